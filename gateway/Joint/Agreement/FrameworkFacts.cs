using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>What the descriptions say of the frameworks that verdicts are under, each looked up once.</summary>
internal sealed class FrameworkFacts(Descriptions descriptions)
{
    private readonly Dictionary<(string Inspectorate, string Framework, string Version), Framework?> known = [];
    private readonly Dictionary<(string Inspectorate, string Framework), bool> has = [];

    public Framework? Of(Verdict verdict)
    {
        var key = (verdict.Inspectorate, verdict.Framework, verdict.FrameworkVersion);
        if (!known.TryGetValue(key, out var framework))
            known.Add(key, framework = descriptions.Framework(verdict));
        return framework;
    }

    /// <summary>Whether the inspectorate describes a framework with the code.</summary>
    public bool Has(string inspectorate, string framework)
    {
        if (!has.TryGetValue((inspectorate, framework), out var described))
            has.Add(
                (inspectorate, framework),
                described = descriptions.Find(inspectorate)?.Frameworks.Any(one => one.Code == framework) ?? false);
        return described;
    }

    /// <summary>Whether the verdict counts where only those under a framework are asked for; empty: all are.</summary>
    public bool Counts(Verdict verdict, string framework) =>
        framework.Length == 0 || verdict.Framework == framework || !Has(verdict.Inspectorate, framework);

    public bool IsHeadline(Verdict verdict) =>
        Of(verdict)?.Judgements.FirstOrDefault(judgement => judgement.Code == verdict.Judgement)?.Headline ?? false;

    /// <summary>Whether the scale that the verdict is on has a grade that is mixed.</summary>
    public bool ScaleHasMixed(Verdict verdict) =>
        verdict.Standing is Grade.Types.Standing.Mixed
        || (Of(verdict)?.Grades.Any(grade => grade.Standing is Grade.Types.Standing.Mixed) ?? false);
}
