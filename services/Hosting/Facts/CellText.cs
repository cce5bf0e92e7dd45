using System.Text;

namespace Inspectorates.Hosting.Facts;

/// <summary>How values that are more than one word stand in a cell of the facts tables.</summary>
internal static class CellText
{
    /// <summary>An enum value as lower-case words: <c>focused-visit</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var character in value.ToString())
            word.Append(char.IsUpper(character) && word.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(character));
        return word.ToString();
    }

    /// <exception cref="FormatException">It is none of the enum's values.</exception>
    public static T Value<T>(string column, string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Word(value) == word)
                return value;
        throw new FormatException($"{column}: '{word}' is none of {string.Join(", ", Enum.GetValues<T>().Skip(1).Select(Word))}");
    }

    /// <summary>Several values in one cell, with a mark between them; a mark or backslash within a value is escaped.</summary>
    public static string Join(char mark, IEnumerable<string> values) => string.Join(mark, values.Select(value =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(mark.ToString(), "\\" + mark, StringComparison.Ordinal)));

    public static IReadOnlyList<string> Split(char mark, string cell)
    {
        if (cell.Length == 0)
            return [];
        var (values, value) = (new List<string>(), new StringBuilder());
        for (var at = 0; at < cell.Length; at++)
        {
            if (cell[at] == '\\' && at + 1 < cell.Length && (cell[at + 1] == mark || cell[at + 1] == '\\'))
                value.Append(cell[++at]);
            else if (cell[at] == mark)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
                value.Append(cell[at]);
        }

        return [.. values, value.ToString()];
    }

    public static string Yes(bool value) => value ? "yes" : "";
}
