using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Concerns;

/// <summary>
/// The escalation ladder as one inspectorate has set it: who holds a concern on which step, and until when. Pure: it knows no
/// clock. A concern keeps the step it stands on as it was when it was reached, whatever the settings become.
/// </summary>
internal sealed class Ladder(EscalationSettings settings)
{
    /// <summary>The roles, the first to hold a concern first.</summary>
    public IReadOnlyList<string> Holders { get; } = [.. settings.Steps.Select(step => step.Holder)];

    /// <summary>The ladder in the contract's words.</summary>
    public EscalationLadder Describe() => new()
    {
        Steps =
        {
            settings.Steps.Select((step, place) => new LadderStep
            {
                Number = place + 1, Holder = step.Holder, Label = LabelOf(step.Holder), WorkingDays = step.WorkingDays,
            }),
        },
        ImmediateHours = (int)settings.Immediate.TotalHours,
    };

    /// <summary>The roles above a step; none: it is the last.</summary>
    /// <param name="stage">The step. Where its role is no longer on the ladder, its number counts.</param>
    public IReadOnlyList<string> Above(ConcernStage stage)
    {
        var place = PlaceOf(stage.Holder);
        return [.. Holders.Skip(place < 0 ? stage.Number : place + 1)];
    }

    /// <summary>A step as it is reached.</summary>
    /// <param name="holder">Its role, one of <see cref="Holders"/>.</param>
    /// <param name="at">When it is reached.</param>
    /// <param name="immediateFrom">When the hours began, on the immediate route: the concern was raised or handed back; null: the ordinary one.</param>
    public ConcernStage Reach(string holder, DateTimeOffset at, DateTimeOffset? immediateFrom)
    {
        var (place, day) = (PlaceOf(holder), LondonClock.DayOf(at));
        return new ConcernStage
        {
            Number = place + 1,
            Holder = holder,
            Label = LabelOf(holder),
            ReachedAt = Timestamp.FromDateTimeOffset(at),
            ReachedOn = day.Iso(),
            DueOn = immediateFrom is null ? DueAfter(day, settings.Steps[place].WorkingDays) : "",
            DueAt = immediateFrom is { } began ? Timestamp.FromDateTimeOffset(began + settings.Immediate) : null,
        };
    }

    /// <summary>The day some working days after another, as an ISO string; empty: the bank holidays of that year are not known.</summary>
    public static string DueAfter(DateOnly day, int workingDays)
    {
        try
        {
            return WorkingDays.Add(day, workingDays).Iso();
        }
        catch (ArgumentOutOfRangeException)
        {
            // No day is better than a wrong one.
            return "";
        }
    }

    private int PlaceOf(string holder) => Holders.ToList().IndexOf(holder);

    private static string LabelOf(string holder) => holder.Replace('-', ' ');
}
