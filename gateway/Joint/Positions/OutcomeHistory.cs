using Inspectorates.Joint.V1;
using static Inspectorates.Joint.V1.DifferenceStep.Types;

namespace Inspectorates.Gateway.Joint.Positions;

/// <summary>The states a difference went through, worked out from when its parties recorded and showed what they said.</summary>
internal sealed class OutcomeHistory(IReadOnlyList<PartyPositions> parties, Func<string, string> label)
{
    /// <summary>The states, oldest first; always at least one.</summary>
    /// <param name="opened">The day from which it was open; null: not known.</param>
    /// <param name="resolution">How the standings came to agree; null: they do not.</param>
    public IReadOnlyList<DifferenceStep> Of(DateOnly? opened, Resolution? resolution)
    {
        var steps = new List<DifferenceStep> { Step(Nothing, opened, "Both verdicts were public.") };
        foreach (var instant in parties.SelectMany(Instants).Distinct().Order())
        {
            var day = LondonDays.Of(Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(instant));
            if (resolution?.On < day) break;
            var state = OutcomeState.Of([.. parties.Select(party => party.At(instant))]);
            if (state != steps[^1].State) steps.Add(Step(state, day, Said(state)));
        }

        if (resolution is not null)
            steps.Add(Step(State.Resolved, resolution.On, $"The standings came to agree, through {By(resolution, label)}."));
        return steps;
    }

    /// <summary>By whose verdict: "a later version of A's verdict", "a later verdict of A and a later version of B's verdict".</summary>
    public static string By(Resolution resolution, Func<string, string> label) => Words.List(resolution.By.Select(verdict =>
        verdict.Revision > 1 ? $"a later version of the verdict that {Words.NameInSentence(label(verdict.Inspectorate))} keeps" : $"a later verdict that {Words.NameInSentence(label(verdict.Inspectorate))} keeps"));

    // Before anybody has said anything that is known.
    private State Nothing => OutcomeState.Of([.. parties.Select(party => party with { Revisions = [] })]);

    private static string Said(State state) => state switch
    {
        State.AnsweredBySome => "A party has answered, and not every answer is shown.",
        State.Explained => "Every party's answer is shown.",
        State.AcceptedDifference => "Every party accepts the difference.",
        State.Undetermined => "The answer of a party could not be read.",
        _ => "No party's answer is known.",
    };

    private static IEnumerable<DateTimeOffset> Instants(PartyPositions party) => party.Revisions
        .SelectMany(revision => new[] { revision.RecordedAt, revision.ShownAt })
        .Where(instant => instant is not null)
        .Select(instant => instant.ToDateTimeOffset());

    private static DifferenceStep Step(State state, DateOnly? day, string explanation) =>
        new() { State = state, Since = day is { } known ? Days.Iso(known) : "", Explanation = explanation };
}
