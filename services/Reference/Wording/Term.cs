namespace Inspectorates.Reference.Wording;

/// <summary>One row of a table: a phrase that speaks for a process or an agency kind, and when it does not.</summary>
/// <param name="Phrase">What must be in a sentence.</param>
/// <param name="Code">The process code, or the agency-kind word, it speaks for.</param>
/// <param name="OnlyWith">Counts only if one of these is in the same sentence; empty: always.</param>
/// <param name="NotWith">Does not count if one of these is in the same sentence.</param>
/// <param name="YieldsTo">Says nothing beside a term for one of these codes; <c>*</c>: any other code.</param>
internal sealed record Term(
    Pattern Phrase, string Code, IReadOnlyList<Pattern> OnlyWith, IReadOnlyList<Pattern> NotWith, IReadOnlyList<string> YieldsTo)
{
    /// <summary>Whether the term speaks in this sentence, yielding left aside.</summary>
    public bool IsIn(IReadOnlyList<string> sentence) =>
        Phrase.IsIn(sentence)
        && (OnlyWith.Count == 0 || OnlyWith.Any(context => context.IsIn(sentence)))
        && !NotWith.Any(context => context.IsIn(sentence));

    /// <summary>Whether the term is silent beside another one that is present. Two that yield to each other both speak.</summary>
    public bool IsSilencedBy(Term other) => YieldsToCode(other.Code) && !other.YieldsToCode(Code);

    private bool YieldsToCode(string code) => code != Code && (YieldsTo.Contains("*") || YieldsTo.Contains(code));
}
