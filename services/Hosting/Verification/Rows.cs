namespace Inspectorates.Hosting.Verification;

/// <summary>Short forms for holding tables against the log.</summary>
internal static class Rows
{
    /// <summary>Whether a row's cells are the values expected.</summary>
    /// <param name="from">Which of the row's cells is the first.</param>
    /// <exception cref="BrokenRecordException">One is not.</exception>
    public static void MustSay(object[] row, int from, IReadOnlyList<(string Column, object Value)> expected, string where)
    {
        for (var i = 0; i < expected.Count; i++)
            if (!Plain(expected[i].Value).Equals(Plain(row[from + i])))
                throw new BrokenRecordException($"{where}: its {expected[i].Column} is not what the log says");
    }

    // Stores differ in how wide their numbers are.
    private static object Plain(object value) => value is int number ? (long)number : value;

    public static string List(IEnumerable<(string Column, object Value)> columns) => string.Join(", ", columns.Select(pair => pair.Column));

    /// <summary>The first row of a query for what must not be.</summary>
    /// <param name="says">What is wrong, made from the row.</param>
    /// <exception cref="BrokenRecordException">There is one.</exception>
    public static void MustBeNone(this RecordDatabase database, string sql, Func<object[], string> says)
    {
        if (database.One(sql) is { } row)
            throw new BrokenRecordException(says(row));
    }

    public static long Count(this RecordDatabase database, string sql) => Cell.Number(database.One(sql)![0], "a count");

    /// <summary>Whether a record's areas each have their row.</summary>
    public static void MustHaveAreas(this RecordDatabase database, string table, string name, long revision, IEnumerable<string> areas, string where)
    {
        foreach (var area in areas)
            if (database.One($"SELECT 1 FROM {table} WHERE area = @area AND name = @name AND revision = @revision",
                    ("@area", area), ("@name", name), ("@revision", revision)) is null)
                throw new BrokenRecordException($"{where}: {table} has no row of its area {area}");
    }
}
