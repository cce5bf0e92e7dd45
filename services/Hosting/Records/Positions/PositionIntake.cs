using System.Text.RegularExpressions;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Positions;

/// <summary>Takes positions from requests: checked, completed and told all faults at once.</summary>
internal sealed partial class PositionIntake(IInspectorate inspectorate, LondonClock clock)
{
    private const int LongestReason = 2000;
    private const string Path = "position";

    /// <summary>A position to be recorded, with everything that does not depend on the record.</summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public Position One(Position? given)
    {
        if (given is null)
            throw RefusalException.Of(ErrorReason.FieldRequired, Path, "position is required.");
        var (faults, position) = (new Faults(), given.Clone());
        OutputOnly(faults, given);
        About(faults, position);
        Says(faults, position, $"{Path}.reason", $"{Path}.choice", $"{Path}.target_date", $"{Path}.target_to_be_decided");
        faults.ThrowIfAny();

        position.Inspectorate = inspectorate.Code;
        position.Parties.AddRange(new[] { inspectorate.Code, KeeperOf(position.OtherVerdict)! }.Distinct().Order(StringComparer.Ordinal));
        return position;
    }

    /// <summary>What a revision says: the fields of a position that it replaces.</summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public Position Revision(RevisePositionRequest request)
    {
        var faults = new Faults();
        faults.Require("name", request.Name, $"inspectorates/{inspectorate.Code}/positions/3f2504e0");
        var said = new Position
        {
            Choice = request.Choice,
            Reason = request.PositionReason,
            TargetDate = request.TargetDate,
            TargetToBeDecided = request.TargetToBeDecided,
        };
        Says(faults, said, "position_reason", "choice", "target_date", "target_to_be_decided");
        if (faults.Require("reason", request.Reason, "'the visit was put off'"))
            faults.Text("reason", request.Reason, 1000, lines: true);
        faults.ThrowIfAny();
        return said;
    }

    /// <summary>The inspectorate that keeps a verdict of this name; null: it is no name of a verdict.</summary>
    public static string? KeeperOf(string verdict) =>
        VerdictName().Match(verdict) is { Success: true } name && Codes.IsSlug(name.Groups[1].Value) ? name.Groups[1].Value : null;

    private static void OutputOnly(Faults faults, Position given)
    {
        foreach (var field in Position.Descriptor.Fields.InDeclarationOrder().Where(field => SetHere.Contains(field.Name)))
            faults.OutputOnly($"{Path}.{field.Name}", !Equals(field.Accessor.GetValue(given), field.Accessor.GetValue(Empty)));
    }

    private void About(Faults faults, Position position)
    {
        if (faults.Require($"{Path}.area", position.Area, "926") && faults.Area($"{Path}.area", position.Area) is { } area)
            position.Area = area;
        if (position.Process.Length > 0 && !ProcessCatalogue.England.TryFind(position.Process, out _))
            faults.Add(ErrorReason.ProcessUnknown, $"{Path}.process", $"'{Shown.Of(position.Process)}' is not in the process catalogue, such as strategy-discussion.");
        if (position.Aspect.Length > 0 && !Codes.IsSlug(position.Aspect))
            faults.Add(ErrorReason.FieldMalformed, $"{Path}.aspect", $"'{Shown.Of(position.Aspect)}' is no aspect, such as timeliness.");
        Verdicts(faults, position);

        if (!faults.Require($"{Path}.difference", position.Difference, "0z3k9v8m4c2x7b1a") || faults.Found.Count > 0)
            return;
        if (position.Difference != DifferenceIds.Of(position.Area, position.Process, position.Aspect, position.Verdict, position.OtherVerdict))
            faults.Add(
                ErrorReason.FieldsInconsistent, $"{Path}.difference",
                "position.difference is not the id that follows from the area, process, aspect and the two verdicts: take all of them from the difference as the joint view tells it.");
    }

    private void Verdicts(Faults faults, Position position)
    {
        Verdict(faults, "verdict", position.Verdict);
        Verdict(faults, "other_verdict", position.OtherVerdict);
        if (KeeperOf(position.Verdict) is { } keeper && keeper != inspectorate.Code)
            faults.Add(ErrorReason.FieldsInconsistent, $"{Path}.verdict", $"position.verdict is a verdict that {Shown.Of(keeper)} keeps: a position is on a verdict of one's own.");
        if (position.Verdict.Length > 0 && position.Verdict == position.OtherVerdict)
            faults.Add(ErrorReason.FieldsInconsistent, $"{Path}.other_verdict", "position.other_verdict is the same verdict: no verdict differs from itself.");
    }

    private static void Verdict(Faults faults, string field, string name)
    {
        if (faults.Require($"{Path}.{field}", name, "inspectorates/ofsted/verdicts/3f2504e0") && KeeperOf(name) is null)
            faults.Add(ErrorReason.FieldMalformed, $"{Path}.{field}", $"'{Shown.Of(name)}' is no name of a verdict, such as inspectorates/ofsted/verdicts/3f2504e0.");
    }

    // F12 of the account of the domain: what is promised has a day, or says that the day is to be decided.
    private void Says(Faults faults, Position position, string reason, string choice, string date, string toBeDecided)
    {
        faults.Required(choice, position.Choice);
        if (faults.Require(reason, position.Reason, "'the two inspections saw different months'"))
            faults.Text(reason, position.Reason, LongestReason, lines: true);

        var hasDate = position.TargetDate.Length > 0;
        if (position.Choice != Position.Types.Choice.WillRevisit)
        {
            if (hasDate || position.TargetToBeDecided)
                faults.Add(ErrorReason.FieldsInconsistent, hasDate ? date : toBeDecided, "A day to revisit by is given, or to be decided, though the choice is not WILL_REVISIT.");
            return;
        }

        if (hasDate == position.TargetToBeDecided)
            faults.Add(
                hasDate ? ErrorReason.FieldsInconsistent : ErrorReason.FieldRequired, date,
                $"With WILL_REVISIT either {date} is given, such as {clock.Today.AddMonths(3).Iso()}, or {toBeDecided} is set.");
        if (faults.Day(date, position.TargetDate) is { } day && day < clock.Today)
            faults.Add(ErrorReason.FieldOutOfRange, date, $"{date} is {position.TargetDate}, which is before today, {clock.Today.Iso()}.");
    }

    private static readonly Position Empty = new();

    private static readonly HashSet<string> SetHere =
    [
        "name", "inspectorate", "parties", "role", "to_be_decided_on", "state", "revision", "recorded_at", "revision_reason", "etag",
        "commitment", "salt", "shown_at", "shown_because", "other_commitments",
    ];

    [GeneratedRegex(@"^inspectorates/([^/]{1,100})/verdicts/[A-Za-z0-9_-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex VerdictName();
}
