namespace Inspectorates.Reference.Wording;

/// <summary>
/// Codes a bullet of a joint letter to processes and subjects by a table of terms. Pure, safe for concurrent use,
/// linear in the length of the text. It prefers silence to a guess: a bullet that matches nothing is kept as
/// <em>process not identified</em>.
/// </summary>
public sealed class WordingCoder
{
    /// <summary>
    /// The longest bullet read whole, in characters. A longer one is the page running on into the letter's main findings
    /// (one real bullet has 3,259; the longest genuine one in the letters of 2022 to 2025 has 496), so only its first sentence is its own.
    /// </summary>
    public const int LongestBullet = 1200;

    private const string Partnership = "partnership";
    private static readonly Lazy<WordingCoder> Shipped =
        new(() => new WordingCoder(TermTable.Embedded("terms.csv"), TermTable.Embedded("agencies.csv")));

    private readonly IReadOnlyList<Term> _terms;
    private readonly IReadOnlyList<Term> _agencies;

    internal WordingCoder(IReadOnlyList<Term> terms, IReadOnlyList<Term> agencies) => (_terms, _agencies) = (terms, agencies);

    /// <summary>The coder on the tables this project ships.</summary>
    public static WordingCoder Default => Shipped.Value;

    /// <summary>Codes one bullet.</summary>
    /// <param name="bulletText">The bullet as published. Empty or without words: nothing identified, partnership.</param>
    /// <param name="section">
    /// The list it stands in: <c>strengths</c>, <c>needs_to_improve</c> or <c>priority_action</c>; null where not known.
    /// A priority action is one long string by nature and is read whole.
    /// </param>
    public Coding Code(string bulletText, string? section = null)
    {
        var sentences = Words.Sentences(bulletText);
        if (bulletText.Length > LongestBullet && section != "priority_action")
            sentences = [.. sentences.Take(1)];

        var spoken = Spoken(_terms, sentences);
        var processes = spoken.Select(term => term.Code).Distinct().ToList();
        var because = spoken.Select(term => new MatchedTerm(term.Phrase.Text, term.Code)).ToList();
        return new Coding(processes, Subjects(sentences), because);
    }

    /// <summary>The terms that speak: present and not silenced by another present one, so the order of the table has no influence.</summary>
    private static List<Term> Spoken(IReadOnlyList<Term> terms, IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        var present = terms.Where(term => sentences.Any(term.IsIn)).ToList();
        return present.FindAll(term => !present.Exists(term.IsSilencedBy));
    }

    private List<SubjectWord> Subjects(IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        var found = Spoken(_agencies, sentences)
            .DistinctBy(term => term.Code)
            .Select(term => new SubjectWord(term.Code, term.Phrase.Text))
            .ToList();
        // A bullet that lists three or more agencies speaks of their work together.
        var agencies = found.Count(subject => subject.Code != Partnership);
        return agencies is 0 or > 2 ? [found.Find(subject => subject.Code == Partnership) ?? new SubjectWord(Partnership, null)] : found;
    }
}
