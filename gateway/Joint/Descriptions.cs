using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>What the inspectorates say of themselves: the only source of labels, frameworks and remits.</summary>
internal sealed class Descriptions
{
    private readonly Dictionary<string, Inspectorate> byCode;

    public Descriptions(IEnumerable<SourceAnswer> answers) =>
        byCode = answers.Where(answer => answer.Description is not null)
            .ToDictionary(answer => answer.Inspectorate, answer => answer.Description!);

    public Inspectorate? Find(string inspectorate) => byCode.GetValueOrDefault(inspectorate);

    /// <summary>What the inspectorate was called on a day, or is called now; its code where it was never reached.</summary>
    public string Label(string inspectorate, DateOnly? day = null)
    {
        if (Find(inspectorate) is not { } described) return inspectorate;
        if (day is { } then)
            foreach (var former in described.FormerLabels.OrderBy(former => former.Until, StringComparer.Ordinal))
                if (Days.Parse(former.Until) >= then)
                    return former.Label;
        return described.Label.Length == 0 ? inspectorate : described.Label;
    }

    /// <summary>The same by its abbreviation, where the label ends with one: <c>A Long Name (ALN)</c> is <c>ALN</c>.</summary>
    public string ShortLabel(string inspectorate, DateOnly? day = null)
    {
        var label = Label(inspectorate, day);
        var opened = label.LastIndexOf('(');
        return opened > 0 && label[^1] == ')' && opened < label.Length - 2 ? label[(opened + 1)..^1] : label;
    }

    /// <summary>The framework as one of its inspectorates describes it: that version, else the newest described.</summary>
    public Framework? Framework(string inspectorate, string code, string version)
    {
        if (Find(inspectorate) is not { } described) return null;
        var versions = described.Frameworks.Where(framework => framework.Code == code).ToList();
        return versions.Find(framework => framework.Version == version) ?? versions.FirstOrDefault();
    }

    public Framework? Framework(Verdict verdict) =>
        Framework(verdict.Inspectorate, verdict.Framework, verdict.FrameworkVersion);

    /// <summary>The broad judgement as its framework describes it; null for a verdict on a process.</summary>
    public Judgement? Judgement(Verdict verdict) =>
        verdict.Judgement.Length == 0
            ? null
            : Framework(verdict)?.Judgements.FirstOrDefault(judgement => judgement.Code == verdict.Judgement);

    /// <summary>The oldest framework the given one took over from, step by step: frameworks with the same are one line.</summary>
    public string Lineage(string inspectorate, string framework)
    {
        var seen = new HashSet<string> { framework };
        while (Predecessor(inspectorate, framework) is { } older && seen.Add(older)) framework = older;
        return framework;
    }

    private string? Predecessor(string inspectorate, string framework) =>
        Find(inspectorate)?.Frameworks
            .Where(described => described.Code == framework && described.Predecessor.Length > 0
                && described.Predecessor != framework)
            .Select(described => described.Predecessor)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
}
