using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using static Inspectorates.V1.Statement.Types;

namespace Inspectorates.Hosting.Records.Statements;

/// <summary>Takes records of statements from requests: checked, and told all faults at once.</summary>
internal sealed class StatementIntake(IInspectorate inspectorate, KnownFrameworks known, LondonClock clock)
{
    private const string Path = "statement";

    // Children Act 2004 s16E: any of the safeguarding partners may be the principal authority.
    private static readonly string[] Partners = ["local-authority", "icb", "police-force"];

    private static readonly string[] SetHere =
        ["name", "inspectorate", "footprint", "due_on", "due_basis", "state_reason", "revision", "recorded_at", "revision_reason", "etag"];

    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public Statement New(Statement? given)
    {
        var (faults, taken) = (new Faults(), Given(given));
        foreach (var field in Statement.Descriptor.Fields.InDeclarationOrder().Where(field => SetHere.Contains(field.Name)))
            faults.OutputOnly($"{Path}.{field.Name}", !Equals(field.Accessor.GetValue(taken), field.Accessor.GetValue(new Statement())));
        faults.Known($"{Path}.state", taken.State);
        if (taken.State is not (State.Unspecified or State.Draft or State.Published))
            faults.Add(ErrorReason.FieldsInconsistent, $"{Path}.state", $"{Path}.state is DRAFT, or PUBLISHED for what was published elsewhere.");
        if ((taken.State == State.Published) != (taken.Source is not null))
            faults.Add(ErrorReason.FieldsInconsistent, $"{Path}.source", $"{Path}.source is given exactly where the state is PUBLISHED: the inspectorate's own are drafts first.");
        if (taken.State != State.Published)
            taken.State = State.Draft;
        faults.Require($"{Path}.inspection", taken.Inspection, $"inspectorates/{inspectorate.Code}/inspections/3f2504e0");
        Complete(faults, taken);
        faults.ThrowIfAny();
        return taken;
    }

    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public Statement Revised(Statement? given, string reason)
    {
        var (faults, taken) = (new Faults(), Given(given));
        faults.Require($"{Path}.name", taken.Name, $"inspectorates/{inspectorate.Code}/statements/3f2504e0");
        Reason(faults, reason);
        Complete(faults, taken);
        faults.ThrowIfAny();
        return taken;
    }

    /// <summary>Checks what a step carries besides what it is about.</summary>
    public static void Step(string name, string? reason)
    {
        var faults = new Faults();
        faults.Require("name", name, "inspectorates/ofsted/statements/3f2504e0");
        if (reason is not null)
            Reason(faults, reason);
        faults.ThrowIfAny();
    }

    private static Statement Given(Statement? given) =>
        given?.Clone() ?? throw RefusalException.Of(ErrorReason.FieldRequired, Path, "statement is required.");

    private static void Reason(Faults faults, string reason)
    {
        if (faults.Require("reason", reason, "'the statement was received'"))
            faults.Text("reason", reason, 1000, lines: true);
    }

    private void Complete(Faults faults, Statement taken)
    {
        taken.Inspectorate = inspectorate.Code;
        if (taken.Source is { } source)
            faults.Source($"{Path}.source", source, clock.Today);
        faults.Required($"{Path}.requirement", taken.Requirement);
        faults.PastDay($"{Path}.report_received_on", taken.ReportReceivedOn, clock.Today);
        faults.PastDay($"{Path}.received_on", taken.ReceivedOn, clock.Today);
        faults.Day($"{Path}.stated_due_on", taken.StatedDueOn);
        if (Days.Parse(taken.ReceivedOn) < Days.Parse(taken.ReportReceivedOn))
            faults.Add(ErrorReason.FieldsInconsistent, $"{Path}.received_on", $"{Path}.received_on is before the report was received.");
        if (taken.Requirement == Requirement.Needed)
            Principal(faults, taken);
        else if (taken.PrincipalAuthority is not null || taken.StatedDueOn.Length > 0 || taken.ReceivedOn.Length > 0)
            faults.Add(
                ErrorReason.FieldsInconsistent, $"{Path}.requirement",
                $"{Path}.requirement is {EnumNames.NameOf(taken.Requirement)}, though a principal authority, a day it is due or a day it was received is given.");
    }

    private void Principal(Faults faults, Statement taken)
    {
        faults.Subject($"{Path}.principal_authority", taken.PrincipalAuthority, known);
        if (taken.PrincipalAuthority?.Agency is { Kind.Length: > 0 } agency && !Partners.Contains(agency.Kind))
            faults.Add(
                ErrorReason.FieldsInconsistent, $"{Path}.principal_authority.agency.kind",
                $"'{Shown.Of(agency.Kind)}' is no safeguarding partner: the principal authority is one of {string.Join(", ", Partners)}, or the partnership.");
    }
}
