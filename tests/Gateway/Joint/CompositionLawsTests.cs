using FsCheck.Xunit;
using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.ProcessView.Types;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>What holds of every joint view.</summary>
[Collection("Alone")]
[Properties(Arbitrary = [typeof(Situations)], MaxTest = Cases.Each, EndSize = 10)]
public sealed class CompositionLawsTests
{
    [Property]
    public void The_order_of_sources_and_of_their_records_does_not_matter(Situation situation)
    {
        var otherWayRound = new Situation(
            [.. situation.Answers.Reverse().Select(answer => answer with { Verdicts = [.. answer.Verdicts.Reverse()] })]);

        Assert.Equal(situation.View(), otherWayRound.View());
    }

    [Property]
    public void No_verdict_is_lost_and_none_is_shown_twice(Situation situation)
    {
        var view = situation.View();
        var here = situation.Shown.Where(verdict => verdict.Footprint.Areas.Contains(Make.AreaCode)).ToList();
        var withdrawn = here.Where(verdict => verdict.State is Verdict.Types.State.Withdrawn).ToList();
        var replaced = ReplacedByReading.Part([.. here.Except(withdrawn)]).Replaced;

        Assert.Equal(
            here.Except(withdrawn).Except(replaced).Select(verdict => verdict.Name).Order(),
            Everything(view).Select(verdict => verdict.Name).Order());
        Assert.Equal(withdrawn.Count > 0, view.Notices.Any(notice => notice.Contains("withdrawn by", StringComparison.Ordinal)));
        Assert.Equal(replaced.Count > 0, view.Notices.Any(notice => notice.Contains("coded by rule left out", StringComparison.Ordinal)));
    }

    [Property]
    public void No_verdict_is_altered(Situation situation)
    {
        var given = situation.Shown.ToDictionary(verdict => verdict.Name);
        var view = situation.View();

        Assert.All(Everything(view).Concat(view.Differences.SelectMany(difference => difference.Verdicts)), shown =>
        {
            var verdict = given[shown.Name];
            Assert.Equal(
                (verdict.Inspectorate, verdict.Process, verdict.Aspect, verdict.Judgement, verdict.Standing, verdict.Text),
                (shown.Inspectorate, shown.Process, shown.Aspect, shown.Judgement, shown.Standing, shown.Text));
            Assert.Equal(
                (verdict.Grade, verdict.Authors, verdict.Footprint, verdict.Fieldwork, verdict.Subject.Agency),
                (shown.Grade, shown.Authors, shown.Footprint, shown.Fieldwork, shown.Agency));
        });
    }

    [Property]
    public void Nothing_is_consistent_that_a_missing_source_judges(Situation situation)
    {
        var missing = situation.Answers.Where(answer => !answer.IsProper).ToList();

        Assert.All(situation.View().Processes, process =>
        {
            var wouldJudge = missing
                .Where(answer => answer.Description!.Processes.Concat(answer.Description.ConditionalProcesses).Contains(process.Process))
                .Select(answer => answer.Inspectorate)
                .Order();
            Assert.Equal(wouldJudge, process.Unavailable);
            if (process.Unavailable.Count > 0)
                Assert.Contains(
                    process.Conclusion, new[] { Conclusion.Contradictory, Conclusion.Divergent, Conclusion.Undetermined });
        });
    }

    [Property]
    public void One_more_source_that_cannot_be_reached_makes_nothing_consistent_or_a_single_view(Situation situation)
    {
        var before = situation.View();
        var after = Make.View([.. situation.Answers, Make.Missing("fifth") with { Description = null }]);

        Assert.False(after.Complete);
        Assert.All(before.Processes.Zip(after.Processes), process =>
            Assert.Equal(
                process.First.Conclusion is Conclusion.Contradictory or Conclusion.Divergent
                    ? process.First.Conclusion
                    : Conclusion.Undetermined,
                process.Second.Conclusion));
    }

    [Property]
    public void A_conclusion_rests_on_what_it_says(Situation situation)
    {
        var view = situation.View();
        var differences = view.Differences.ToDictionary(difference => difference.Id);

        Assert.All(view.Processes, process =>
        {
            var cited = process.DifferenceIds.Select(id => differences[id]).ToList();
            Assert.All(cited, difference => Assert.Equal(process.Process, difference.Process));
            var contradicted = cited.Any(difference => difference.Kind is Difference.Types.Kind.Contradiction);
            var diverged = cited.Any(difference => difference.Kind is Difference.Types.Kind.Divergence && !difference.Stale);
            Assert.Equal(contradicted, process.Conclusion is Conclusion.Contradictory);
            Assert.Equal(diverged && !contradicted, process.Conclusion is Conclusion.Divergent);
            if (process.Conclusion is Conclusion.Consistent)
                Assert.True(process.Verdicts.Select(verdict => string.Join('+', verdict.Authors)).Distinct().Count() > 1);
            Assert.NotEqual("", process.ConclusionReason);
        });
    }

    [Property]
    public void What_is_not_shown_to_the_caller_changes_nothing(Situation situation)
    {
        var without = new Situation(
        [
            .. situation.Answers.Select(answer => answer with
            {
                Verdicts = [.. answer.Verdicts.Where(verdict => answer.IsShown && verdict.Footprint.Areas.Contains(Make.AreaCode))],
            }),
        ]);

        Assert.Equal(situation.View(), without.View());
    }

    [Property]
    public void A_source_that_fails_takes_its_own_verdicts_and_differences_along_and_makes_no_agreement(Situation situation)
    {
        var failed = new Situation(
        [
            .. situation.Answers.Select(answer =>
                answer.Inspectorate == "blue" ? answer with { State = Source.Types.State.Unreachable, Verdicts = [] } : answer),
        ]);
        var (before, after) = (situation.View(), failed.View());

        Assert.DoesNotContain(after.Differences, difference => difference.Verdicts.Any(verdict => verdict.Inspectorate == "blue"));
        // What blue read itself had put codings by rule of the same report aside: without it they speak again.
        if (!situation.Shown.Any(verdict => verdict.Coding is Verdict.Types.Coding.ByReading))
            Assert.Equal(
                before.Differences
                    .Where(difference => difference.Verdicts.All(verdict => verdict.Inspectorate != "blue"))
                    .Select(difference => difference.Id),
                after.Differences.Select(difference => difference.Id));
        Assert.All(
            after.Processes.Where(process => process.JudgedBy.Contains("blue")),
            process => Assert.NotEqual(Conclusion.Consistent, process.Conclusion));
    }

    [Property]
    public void Other_words_for_grades_change_nothing_but_words(Situation situation)
    {
        var renamed = situation.With(verdict =>
        {
            verdict.Grade.Code = $"other-{verdict.Grade.Code}";
            verdict.Grade.Label = $"Other {verdict.Grade.Label}";
        });

        Assert.Equal(WithoutWords(situation.View()), WithoutWords(renamed.View()));
    }

    [Property]
    public void A_revision_in_other_words_keeps_every_id(Situation situation)
    {
        var revised = situation.With(verdict =>
        {
            verdict.Revision++;
            verdict.Text = "other words";
        });

        Assert.Equal(
            situation.View().Differences.Select(difference => difference.Id),
            revised.View().Differences.Select(difference => difference.Id));
    }

    private static IEnumerable<JointVerdict> Everything(JointInspection view) =>
        view.Processes.SelectMany(process => process.Verdicts).Concat(view.Judgements).Concat(view.Unidentified);

    private static JointInspection WithoutWords(JointInspection view)
    {
        foreach (var verdict in Everything(view).Concat(view.Differences.SelectMany(difference => difference.Verdicts.Concat(difference.ResolvedBy))))
            verdict.Grade = null;
        foreach (var difference in view.Differences) difference.Explanation = "";
        foreach (var source in view.Sources) source.Summary = "";
        view.Absences.Clear();
        return view;
    }
}
