namespace Inspectorates.Gateway.Joint;

/// <summary>Who judges what: by each inspectorate's own description, and by the fallback for one never reached.</summary>
internal sealed class Remits
{
    private readonly List<(SourceAnswer Answer, IReadOnlySet<string>? Processes)> remits;

    public Remits(IEnumerable<SourceAnswer> answers, JudgesWhat fallback) =>
        remits =
        [
            .. answers
                .OrderBy(answer => answer.Inspectorate, StringComparer.Ordinal)
                .Select(answer => (answer, Processes(answer, fallback))),
        ];

    /// <summary>Codes of those known to judge the process, sometimes or always.</summary>
    public IReadOnlyList<string> JudgedBy(string process) =>
        [.. remits.Where(remit => remit.Processes?.Contains(process) ?? false).Select(remit => remit.Answer.Inspectorate)];

    /// <summary>
    /// Codes of those that judge the process and gave no proper answer now. One of which nothing is known may judge
    /// anything; one whose last answer is shown may have judged since.
    /// </summary>
    public IReadOnlyList<string> Unavailable(string process) =>
    [
        .. remits
            .Where(remit => !remit.Answer.IsProper && (remit.Processes?.Contains(process) ?? true))
            .Select(remit => remit.Answer.Inspectorate),
    ];

    private static IReadOnlySet<string>? Processes(SourceAnswer answer, JudgesWhat fallback) =>
        answer.Description is { } described
            ? described.Processes.Concat(described.ConditionalProcesses).ToHashSet()
            : fallback(answer.Inspectorate);
}
