namespace Inspectorates.Reference.Wording;

/// <summary>Reads the tables of this folder. Their cells hold no commas and no quotation marks, so a row splits at its commas.</summary>
internal static class TermTable
{
    private const string Header = "term,code,only_with,not_with,yields_to,note";

    /// <summary>A table embedded in this assembly, by its file name.</summary>
    public static IReadOnlyList<Term> Embedded(string file)
    {
        var assembly = typeof(TermTable).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Inspectorates.Reference.Wording.{file}")
            ?? throw new InvalidOperationException($"{file} is not embedded in {assembly.GetName().Name}: its project must list it as EmbeddedResource");
        using var reader = new StreamReader(stream);
        return Read(reader, file);
    }

    /// <summary>A table from text.</summary>
    /// <param name="reader">The table with its header line.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="FormatException">A row cannot be read; names file, line, column and what would be right.</exception>
    public static IReadOnlyList<Term> Read(TextReader reader, string file)
    {
        if (reader.ReadLine() != Header)
            throw new FormatException($"{file}, line 1: the header must be '{Header}'");
        List<Term> terms = [];
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            // A line with # in front is a heading between groups of terms.
            if (line.Length > 0 && line[0] != '#')
                terms.Add(Row(line, $"{file}, line {number}"));
        }
        return terms;
    }

    private static Term Row(string line, string place)
    {
        var cells = line.Split(',');
        if (cells.Length != 6)
            throw new FormatException($"{place}: {cells.Length} cells where 6 are expected ({Header}); a cell holds no comma");
        if (cells[1].Length == 0)
            throw new FormatException($"{place}, column code: empty; a term speaks for one code");
        return new Term(
            Phrase(cells[0], place, "term"),
            cells[1],
            [.. Several(cells[2]).Select(text => Phrase(text, place, "only_with"))],
            [.. Several(cells[3]).Select(text => Phrase(text, place, "not_with"))],
            Several(cells[4]));
    }

    private static string[] Several(string cell) =>
        cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Pattern Phrase(string text, string place, string column)
    {
        try
        {
            return Pattern.Parse(text);
        }
        catch (FormatException fault)
        {
            throw new FormatException($"{place}, column {column}: {fault.Message}", fault);
        }
    }
}
