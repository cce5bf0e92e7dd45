namespace Inspectorates.Hosting.Verification;

/// <summary>Values as they are stored. SQLite keeps any kind in any column, and a kind that was not written is a change.</summary>
internal static class Cell
{
    public static long Number(object value, string what) => value switch
    {
        long number => number,
        int number => number,
        _ => throw new BrokenRecordException($"{what} is no number"),
    };

    public static string Text(object value, string what) =>
        value as string ?? throw new BrokenRecordException($"{what} is no text");

    public static byte[] Bytes(object value, string what) =>
        value as byte[] ?? throw new BrokenRecordException($"{what} is no sequence of bytes");

    /// <summary>The bytes; none where nothing is stored.</summary>
    public static byte[] BytesOrNone(object value, string what) => value is DBNull ? [] : Bytes(value, what);
}
