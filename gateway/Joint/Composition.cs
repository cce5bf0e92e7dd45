using Google.Protobuf.WellKnownTypes;
using Inspectorates.Gateway.Joint.Absences;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Gateway.Joint.Evidencing;
using Inspectorates.Gateway.Joint.Indicators;
using Inspectorates.Gateway.Joint.Positions;
using Inspectorates.Gateway.Joint.Recommendations;
using Inspectorates.Gateway.Joint.Replies;
using Inspectorates.Gateway.Joint.Statements;
using Inspectorates.Gateway.Joint.Teams;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>
/// Composes the joint view of an area from what the inspectorates answered. A pure function: the same answers, in any
/// order, make the same view; no verdict is altered, and none is lost.
/// </summary>
public static class Composition
{
    /// <summary>The joint view of one area.</summary>
    /// <param name="area">The area.</param>
    /// <param name="asOf">The day of the view.</param>
    /// <param name="now">When it is composed.</param>
    /// <param name="answers">What every inspectorate answered, or why it did not; one answer each.</param>
    /// <param name="catalogue">What is to be known about the country.</param>
    /// <param name="options">The parameters of the difference rule.</param>
    /// <param name="recordedAsOf">The instant of the records the answers are from; null: now.</param>
    /// <param name="leftOut">Whether the pairs that were not held against each other are listed.</param>
    /// <exception cref="ArgumentException">An inspectorate is among the answers twice.</exception>
    public static JointInspection Compose(
        Area area,
        DateOnly asOf,
        DateTimeOffset now,
        IReadOnlyList<SourceAnswer> answers,
        Catalogue catalogue,
        DifferenceOptions options,
        DateTimeOffset? recordedAsOf = null,
        bool leftOut = false)
    {
        var sources = InOrder(answers);
        var descriptions = new Descriptions(sources);
        var records = RecordsOfArea.Of(area.DfeCode, sources);
        var found = FoundDifferences.In(
            area.DfeCode, asOf, records, descriptions, catalogue, options, new Outcomes(sources, descriptions, asOf), leftOut);
        var verdicts = new JointVerdicts(asOf, descriptions, area.Fictional, records.Inspections);
        var teams = new InspectionTeams(sources, descriptions, catalogue);
        var view = new AreaView(
            area, sources, records,
            [.. InspectionRecords.Merge(records.Inspections, descriptions).Select(teams.With).Select(one => PilotWords.Tell(one, asOf))],
            descriptions, catalogue);
        new NextStepsViews(area, asOf, sources, catalogue, descriptions).Fill(view.Inspections);
        new InspectedViews(area, sources, catalogue, descriptions).Fill(view.Inspections);
        var known = catalogue.Processes.Select(process => process.Code).ToHashSet();
        var voice = new ChildsVoice(descriptions);
        var processes = new ProcessViews(
            catalogue, new Remits(sources, catalogue.Fallback), new Conclusions(descriptions, options), verdicts, voice);
        return new JointInspection
        {
            Area = area.Clone(),
            AsOf = Days.Iso(asOf),
            ComposedAt = Timestamp.FromDateTimeOffset(now),
            Complete = sources.All(source => source.IsProper),
            Sources = { sources.Select(source => SourceRecords.Write(source, SourceSummary.Of(source, view), area.DfeCode)) },
            Inspections = { view.Inspections },
            Processes = { processes.Write(found, asOf) },
            Judgements = { verdicts.WriteNewestFirst(records.Verdicts.Where(verdict => verdict.Judgement.Length > 0)) },
            Unidentified =
            {
                verdicts.WriteNewestFirst(records.Verdicts
                    .Where(verdict => verdict.Judgement.Length == 0 && !known.Contains(verdict.Process))),
            },
            Differences = { found.Differences },
            Absences = { AbsenceList.Of(view) },
            Parameters = new DifferenceParameters { WindowDays = options.WindowDays, StrongSteps = options.StrongSteps },
            Notices = { Notices.Of(area, recordedAsOf, sources, records, descriptions) },
            LeftOut = { found.LeftOut },
            Recommendations = new RecommendationViews(area, asOf, catalogue, descriptions).Write(sources),
            ChildsVoice = { voice.OfArea(records.Verdicts) },
            Indicators = { AreaIndicators.Of(sources) },
            IndicatorsNotKnown = { AreaIndicators.NotKnown(sources) },
        };
    }

    /// <summary>
    /// The inspectorates asked, in the order of their codes, for a list over many areas: without the summary, which is
    /// about one area.
    /// </summary>
    /// <param name="answers">What every inspectorate answered, or why it did not; one answer each.</param>
    /// <param name="area">DfE code of the area its verdicts are counted for; null: all.</param>
    public static IReadOnlyList<Source> Sources(IReadOnlyList<SourceAnswer> answers, string? area) =>
        [.. InOrder(answers).Select(answer => SourceRecords.Write(answer, "", area))];

    private static IReadOnlyList<SourceAnswer> InOrder(IReadOnlyList<SourceAnswer> answers)
    {
        var twice = answers.GroupBy(answer => answer.Inspectorate).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? [.. answers.OrderBy(answer => answer.Inspectorate, StringComparer.Ordinal)]
            : throw new ArgumentException($"The inspectorate \"{twice.Key}\" is among the answers twice.", nameof(answers));
    }
}
