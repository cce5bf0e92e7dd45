namespace Inspectorates.Hosting.Frameworks;

/// <summary>What is asked: which framework of a line applies on a day, to one with this history.</summary>
/// <param name="Line">The line.</param>
/// <param name="Day">The day on which it is to apply.</param>
/// <param name="AsOf">Only what was known by the end of this day counts.</param>
/// <param name="Past">The inspections there were of the agency or area, in any order.</param>
/// <param name="AlreadyInspected">What holds where the source says nothing of those inspected before.</param>
internal sealed record FrameworkQuestion(
    string Line, DateOnly Day, DateOnly AsOf, IReadOnlyList<PastInspection> Past, AlreadyInspected AlreadyInspected);

/// <summary>An inspection there was.</summary>
/// <param name="Framework">Code of its framework.</param>
/// <param name="FirstDay">Its first day, else the day its report was published; null: not known, and taken as before any day.</param>
/// <param name="InRecord">Whether the record holds it; otherwise the caller says so.</param>
internal sealed record PastInspection(string Framework, DateOnly? FirstDay, bool InRecord)
{
    public bool IsUnder(string framework, DateOnly before) => Framework == framework && (FirstDay is not { } day || day < before);
}

/// <summary>
/// What applies to those who were inspected under the framework before, where its source speaks only of those who were not
/// (docs/decisions/0170).
/// </summary>
internal enum AlreadyInspected
{
    /// <summary>The source does not say, and neither does the answer.</summary>
    Undetermined,

    /// <summary>The new framework, as the operator has decided.</summary>
    New,
}
