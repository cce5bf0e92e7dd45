using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Positions;

/// <summary>
/// Writes into differences what became of them: the state, who answered what, since when, and for how many days each has been open.
/// Made once for all differences of a question.
/// </summary>
internal sealed class Outcomes
{
    private readonly ILookup<(string Inspectorate, string Difference), Position> said;
    private readonly Dictionary<string, PositionsReading> readings;
    private readonly Descriptions descriptions;
    private readonly DateOnly asOf;

    /// <param name="answers">What every inspectorate answered.</param>
    /// <param name="descriptions">What they are called.</param>
    /// <param name="asOf">The day of the view.</param>
    public Outcomes(IEnumerable<SourceAnswer> answers, Descriptions descriptions, DateOnly asOf)
    {
        var shown = answers.Where(answer => answer.IsShown).ToList();
        said = shown.SelectMany(answer => answer.Positions).ToLookup(position => (position.Inspectorate, position.Difference));
        readings = shown.ToDictionary(answer => answer.Inspectorate, answer => answer.Reading);
        (this.descriptions, this.asOf) = (descriptions, asOf);
    }

    /// <summary>Writes what became of a difference.</summary>
    /// <param name="difference">The difference; changed in place.</param>
    /// <param name="one">One verdict, as it is cited.</param>
    /// <param name="other">The other.</param>
    /// <param name="resolution">How the standings came to agree; null: they do not.</param>
    /// <param name="cite">Writes a verdict.</param>
    public void Write(Difference difference, Verdict one, Verdict other, Resolution? resolution, Func<Verdict, JointVerdict> cite)
    {
        var opened = Later(Resolution.PublicDay(one), Resolution.PublicDay(other));
        resolution = resolution?.NotBefore(opened);
        List<PartyPositions> parties = [.. new[] { one.Inspectorate, other.Inspectorate }.Distinct().Order(StringComparer.Ordinal).Select(code => Party(code, difference.Id))];

        difference.OpenedOn = Iso(opened);
        difference.ResolvedOn = Iso(resolution?.On);
        difference.DaysOpen = DaysOpen(opened, resolution);
        difference.Parties.AddRange(parties.Select(Write));
        difference.Positions.AddRange(parties
            .SelectMany(party => party.Revisions.Select(position => (Position: position, Others: parties.Where(another => another != party))))
            .OrderBy(pair => pair.Position.RecordedAt.ToDateTimeOffset())
            .ThenBy(pair => pair.Position.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Position.Revision)
            .Select(pair => PositionRecords.Write(pair.Position, pair.Others, asOf)));
        difference.History.AddRange(new OutcomeHistory(parties, Label).Of(opened, resolution));
        difference.State = difference.History[^1].State;
        difference.ResolvedBy.AddRange((resolution?.By ?? []).Select(cite));
        difference.StateExplanation = Explain(difference, resolution);
    }

    private PartyPositions Party(string inspectorate, string difference) => new(
        inspectorate,
        readings.GetValueOrDefault(inspectorate, PositionsReading.NotKnown),
        [.. said[(inspectorate, difference)].OrderBy(position => position.Revision)]);

    private DifferenceParty Write(PartyPositions party) => new()
    {
        Inspectorate = party.Inspectorate,
        Stage = party.Stage,
        AnsweredAt = party.HasAnswered ? party.Revisions[0].RecordedAt : null,
        Explanation = PartyWords.Of(party, Label(party.Inspectorate), asOf),
    };

    private string Explain(Difference difference, Resolution? resolution)
    {
        var answers = string.Join(' ', difference.Parties.Select(party => party.Explanation));
        if (resolution is null)
            return $"{(difference.DaysOpen < 0 ? "For how long it has been open is not known." : $"It has been open for {Words.Count(difference.DaysOpen, "day")}.")} {answers}";
        var when = resolution.On is { } on ? $" on {Words.Day(on)}" : ", on a day that is not known";
        var open = difference.DaysOpen < 0 ? "" : $", after {Words.Count(difference.DaysOpen, "day")}";
        return $"The two came to agree{when}{open}, through {OutcomeHistory.By(resolution, Label)}. {answers}";
    }

    private int DaysOpen(DateOnly? opened, Resolution? resolution)
    {
        if (opened is not { } from || resolution is { On: null }) return -1;
        return Math.Max(0, (resolution?.On ?? asOf).DayNumber - from.DayNumber);
    }

    private string Label(string code) => descriptions.ShortLabel(code);

    // Both must be known: nobody can say which of two is the later where one has no day.
    private static DateOnly? Later(DateOnly? one, DateOnly? other) =>
        one is { } known && other is { } alsoKnown ? (known > alsoKnown ? known : alsoKnown) : null;

    private static string Iso(DateOnly? day) => day is { } known ? Days.Iso(known) : "";
}
