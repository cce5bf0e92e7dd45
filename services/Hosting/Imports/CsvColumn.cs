namespace Inspectorates.Hosting.Imports;

/// <summary>A column a format reads, found by the words of its header and not by its place.</summary>
/// <param name="Name">The header as the newest edition spells it; used in messages.</param>
/// <param name="Synonyms">Other spellings, of older editions. Case, punctuation, <c>&amp;</c> for <c>and</c> and a byte-order mark never matter.</param>
public sealed record CsvColumn(string Name, params string[] Synonyms)
{
    /// <summary>Whether a file without it is not of the format. Default: yes.</summary>
    public bool Required { get; init; } = true;

    /// <summary>A column that does where this one is missing, such as that of an older edition. Null: there is none.</summary>
    public CsvColumn? Alternative { get; init; }

    internal bool IsSpelt(string header) =>
        Words.Key(header) is var key && (key == Words.Key(Name) || Synonyms.Any(synonym => Words.Key(synonym) == key));
}
