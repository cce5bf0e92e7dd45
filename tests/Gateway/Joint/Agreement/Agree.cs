using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Agreement;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using About = Inspectorates.Joint.V1.AgreementComparison.Types.About;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>Asks about agreement over areas 100 to 199 of which nobody has heard.</summary>
internal static class Agree
{
    public static readonly AgreementOptions Options = new(Floor: 4, Replicates: 100, Seed: 7);

    public static IReadOnlyList<AgreementArea> Areas { get; } =
        [.. Enumerable.Range(100, 100).Select(code => new AgreementArea(code.ToString(System.Globalization.CultureInfo.InvariantCulture), $"Area {code}"))];

    public static AgreementQuestion On(string process = Make.Process) => new() { Areas = Areas, Process = process };

    public static AgreementQuestion All => On("");

    public static AgreementQuestion Broad => All with { About = About.BroadJudgements };

    /// <summary>The answers of red and blue, and of whoever else keeps one of the verdicts.</summary>
    public static IReadOnlyList<SourceAnswer> Answers(IEnumerable<Verdict> verdicts)
    {
        var kept = verdicts.ToLookup(verdict => verdict.Inspectorate);
        return [.. kept.Select(keeper => keeper.Key).Append("red").Append("blue").Distinct().Select(code => Make.Answer(code, [.. kept[code]]))];
    }

    public static IReadOnlyList<AgreementComparison> Ask(
        AgreementQuestion question, IReadOnlyList<SourceAnswer> answers, AgreementOptions? options = null)
    {
        var found = new AgreementAcrossAreas(question, answers, Make.Catalogue, options ?? Options);
        return [.. found.Numbers.Select(found.Write)];
    }

    /// <summary>The one comparison of blue and red on the process.</summary>
    public static AgreementComparison Pair(AgreementQuestion question, params IEnumerable<Verdict> verdicts) =>
        Ask(question, Answers(verdicts)).Single(comparison => comparison.One.Key == "blue" && comparison.Other.Key == "red");

    public static AgreementOfAll OfAll(AgreementQuestion question, IReadOnlyList<SourceAnswer> answers) =>
        new AgreementAcrossAreas(question, answers, Make.Catalogue, Options).OfAll.Value.Single();

    public static Verdict Said(
        string keeper, int area, Grade.Types.Standing standing, string day = "2024-06-03", Action<Verdict>? change = null) =>
        Make.Verdict(keeper, $"{area}-{day}-{standing}", standing, day, verdict =>
        {
            verdict.Footprint.Areas[0] = Areas[area].Code;
            change?.Invoke(verdict);
        });

    /// <summary>An overall of the framework <see cref="Make.Inspectorate"/> describes.</summary>
    public static Verdict Overall(string keeper, int area, Grade.Types.Standing standing, string day = "2024-06-03", Action<Verdict>? change = null) =>
        Said(keeper, area, standing, day, verdict =>
        {
            (verdict.Process, verdict.Aspect, verdict.Judgement, verdict.Name) = ("", "", "overall", $"{verdict.Name}-overall");
            change?.Invoke(verdict);
        });

    public static (UnmatchedAreas.Types.Reason Reason, string Author, string Areas) Only(IEnumerable<UnmatchedAreas> unmatched)
    {
        var one = Assert.Single(unmatched);
        return (one.Reason, one.Author, string.Join(' ', one.Areas));
    }

    public static AgreementCoefficient Of(this AgreementComparison comparison, AgreementCoefficient.Types.Kind kind) =>
        comparison.Coefficients.Single(coefficient => coefficient.Kind == kind);
}
