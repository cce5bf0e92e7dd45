namespace Inspectorates.Reference.Wording;

/// <summary>
/// What a bullet of a joint letter is about, by its wording alone: coded by rule, not confirmed by anybody.
/// The aspect of the process is never known from it.
/// </summary>
/// <param name="Processes">Codes of the process catalogue, in the order of the table, each once. Empty: process not identified.</param>
/// <param name="Subjects">Whose contribution it is about. Never empty: <c>partnership</c> where no agency is named as the subject.</param>
/// <param name="Because">The terms that led to the processes, so that a reader can see why. Empty exactly when <paramref name="Processes"/> is.</param>
public sealed record Coding(
    IReadOnlyList<string> Processes,
    IReadOnlyList<SubjectWord> Subjects,
    IReadOnlyList<MatchedTerm> Because);

/// <summary>A subject found from the wording.</summary>
/// <param name="Code">An agency kind (<c>local-authority</c>, <c>police</c>, <c>health</c>, <c>education</c>, <c>probation</c>, <c>youth-justice</c>) or <c>partnership</c>.</param>
/// <param name="Term">The term of the table it was found by; null where <c>partnership</c> is only what is left when no agency is named.</param>
public sealed record SubjectWord(string Code, string? Term);

/// <summary>A term of the table that spoke for a process.</summary>
/// <param name="Term">The term as the table writes it.</param>
/// <param name="Process">The process it speaks for.</param>
public sealed record MatchedTerm(string Term, string Process);
