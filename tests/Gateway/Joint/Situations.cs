using FsCheck;
using FsCheck.Fluent;
using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>What four inspectorates may have answered about an area, to state laws over.</summary>
public sealed record Situation(IReadOnlyList<SourceAnswer> Answers)
{
    internal IEnumerable<Verdict> Shown => Answers.Where(answer => answer.IsShown).SelectMany(answer => answer.Verdicts);

    internal JointInspection View() => Make.View(Answers);

    /// <summary>The same with every verdict changed.</summary>
    internal Situation With(Action<Verdict> change) => new(
    [
        .. Answers.Select(answer => answer with
        {
            Verdicts =
            [
                .. answer.Verdicts.Select(verdict =>
                {
                    var changed = verdict.Clone();
                    change(changed);
                    return changed;
                }),
            ],
        }),
    ]);

    public override string ToString() => string.Join(
        '\n', Answers.Select(answer => $"{answer.Inspectorate} {answer.State}: {string.Join('\n', answer.Verdicts)}"));
}

/// <summary>
/// Situations drawn from few values, so that verdicts meet: the same processes, aspects, agencies and days, opposed and
/// alike, and everything that sets a verdict aside.
/// </summary>
public static class Situations
{
    private static readonly string[] Inspectorates = ["red", "blue", "green", "grey"];

    public static Arbitrary<Situation> Any() => Arb.From(Situation, Smaller);

    private static Gen<Situation> Situation =>
        from verdicts in Verdict.ListOf()
        from states in Gen.Frequency(
            (6, Gen.Constant(Source.Types.State.Answered)),
            (1, Gen.Elements(
                Source.Types.State.Unreachable, Source.Types.State.Stale, Source.Types.State.InvalidAnswer))).ArrayOf(Inspectorates.Length)
        select new Situation(
        [
            .. Inspectorates.Select((inspectorate, place) => Make.Answer(inspectorate) with
            {
                State = states[place],
                Verdicts = [.. verdicts.Select(Named).Where(verdict => verdict.Inspectorate == inspectorate)],
            }),
        ]);

    private static Gen<Verdict> Verdict =>
        from keeper in Gen.Elements(Inspectorates)
        from others in Gen.Frequency(
            (5, Gen.Constant((string[]?)[])),
            (2, Gen.Elements(Inspectorates).ArrayOf(2).Select(codes => (string[]?)codes)),
            (1, Gen.Constant((string[]?)null)))
        from standing in Gen.Elements(Enum.GetValues<Grade.Types.Standing>()[1..])
        from day in Gen.Elements("2024-12-09", "2024-06-03", "2024-01-15", "2022-05-02", "")
        from what in What
        from subject in Gen.Elements(
            Make.Partnership,
            Make.Partnership,
            Make.About(Make.Agency("health")),
            Make.About(Make.Agency("icb", "E54000022")),
            Make.About(Make.Agency("police-force", "E23000024")))
        from odd in Gen.Frequency((12, Gen.Constant<Action<Verdict>>(_ => { })), (4, Oddity))
        select Make.Verdict(keeper, "", standing, day, verdict =>
        {
            verdict.Authors.Clear();
            if (others is not null) verdict.Authors.Add(others.Append(keeper).Distinct().Order(StringComparer.Ordinal));
            verdict.Subject = subject.Clone();
            what(verdict);
            odd(verdict);
        });

    private static Gen<Action<Verdict>> What => Gen.Frequency(
        (6, from process in Gen.Elements(Make.Process, "s47-enquiry", "icpc")
            from aspect in Gen.Elements("timeliness", "timeliness", "promptness", "recording", "whole")
            select (Action<Verdict>)(verdict =>
            {
                verdict.Process = process;
                verdict.Aspect = aspect;
            })),
        (2, from framework in Gen.Elements("frame", "older", "questions")
            from judgement in Gen.Elements("overall", "first", "second")
            select (Action<Verdict>)(verdict =>
            {
                verdict.Process = "";
                verdict.Aspect = "";
                verdict.Framework = framework;
                verdict.Judgement = judgement;
            })));

    private static Gen<Action<Verdict>> Oddity => Gen.Elements<Action<Verdict>>(
        verdict => verdict.Pilot = true,
        verdict => verdict.State = V1.Verdict.Types.State.Withdrawn,
        verdict => verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.OtherAgencysOpinion }),
        verdict => verdict.InspectionKey = "joint/926/2024-12-09",
        verdict => verdict.Footprint.Areas.Add("927"),
        verdict => verdict.Footprint = new Footprint { Areas = { "927" } },
        verdict => verdict.PublishedOn = "2024-11-30",
        verdict => verdict.Coding = V1.Verdict.Types.Coding.Mapped,
        verdict =>
        {
            verdict.Coding = V1.Verdict.Types.Coding.ByRule;
            verdict.Aspect = "";
            verdict.InspectionKey = "joint/926/2024-12-09";
        },
        verdict =>
        {
            verdict.Coding = V1.Verdict.Types.Coding.ByReading;
            verdict.InspectionKey = "joint/926/2024-12-09";
        },
        verdict =>
        {
            verdict.Process = "";
            verdict.Judgement = "";
        });

    private static Verdict Named(Verdict verdict, int place)
    {
        var named = verdict.Clone();
        named.Name = $"inspectorates/{verdict.Inspectorate}/verdicts/{place}";
        return named;
    }

    private static IEnumerable<Situation> Smaller(Situation situation) =>
        from answer in situation.Answers
        from verdict in answer.Verdicts
        select new Situation(
        [
            .. situation.Answers.Select(other => other == answer
                ? other with { Verdicts = [.. other.Verdicts.Where(kept => kept != verdict)] }
                : other),
        ]);
}
