namespace Inspectorates.Hosting.Records;

/// <summary>What a caller sent, short and harmless enough to be said back.</summary>
internal static class Shown
{
    public static string Of(string value)
    {
        var plain = new string([.. value.Take(60).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '?' : character)]);
        return value.Length <= 60 ? plain : plain + "...";
    }
}
