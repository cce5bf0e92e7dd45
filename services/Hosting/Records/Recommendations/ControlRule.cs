using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Reference;
using Inspectorates.V1;
using Control = Inspectorates.V1.Recommendation.Types.DegreeOfControl;

namespace Inspectorates.Hosting.Records.Recommendations;

/// <summary>
/// Whether a body has control of a process on a day, from the responsibilities in Reference: whoever has the duty or the lead controls,
/// whoever takes part influences, everybody else has no control. Where they say nothing, nothing is assessed. Pure.
/// </summary>
internal static class ControlRule
{
    // Children Act 2004 s16E: these three share the duty; the partnership is them together.
    private static readonly string[] Partners = ["local-authority", "icb", "police-force"];

    public static ControlFinding Of(string process, Subject addressee, DateOnly day)
    {
        var known = Responsibilities.England.On(process, day);
        if (known.Count == 0)
            return new ControlFinding(Control.NotAssessed, [], $"Who is responsible for {Term(process)} on {day.Iso()} is not in the table of responsibilities.");
        var leading = known.Where(one => one.Role is ResponsibilityRole.DutyHolder or ResponsibilityRole.Lead).ToList();
        var control = leading.Exists(one => IsOf(one.Kind, addressee)) ? Control.Controls
            : known.Any(one => one.Role == ResponsibilityRole.Contributes && IsOf(one.Kind, addressee)) ? Control.Influences
            : leading.Count > 0 ? Control.NoControl : Control.NotAssessed;
        var bodies = leading.Where(one => one.Kind != Responsibilities.Each).Select(one => one.Kind).Distinct().Select(Body).ToList();
        return new ControlFinding(control, bodies, Basis(process, leading, day));
    }

    /// <summary>Holds what the inspectorate says of control against what was found.</summary>
    public static ControlAssessment Assess(Recommendation said, ControlFinding found)
    {
        var isSaid = said.Control is Control.Controls or Control.Influences;
        if (said.Control == Control.NoControl || found.Control == Control.NoControl)
            return new ControlAssessment(Control.NoControl, found.Basis, BeyondControl(said, found));
        if (said.Control == Control.Controls && found.Control == Control.Influences)
            return new ControlAssessment(found.Control, found.Basis, new Fault(
                ErrorReason.FieldsInconsistent, "control", $"{Words(said.Addressee)} takes part and does not decide: control is INFLUENCES. {found.Basis}"));
        if (said.Control == Control.Influences && said.ControllingBodies.Count == 0 && Deciding(said, found).Count == 0)
            return new ControlAssessment(said.Control, found.Basis, new Fault(
                ErrorReason.FieldRequired, "controlling_bodies", "controlling_bodies is required: who decides, where the addressee only influences."));
        var control = isSaid ? said.Control : found.Control;
        var related = found.Bodies.Append(said.Addressee);
        if (control == Control.Controls && said.ControllingBodies.Count > 0 && !said.ControllingBodies.Any(body => related.Any(one => IsSame(one, body))))
            return new ControlAssessment(control, found.Basis, new Fault(
                ErrorReason.FieldsInconsistent, "controlling_bodies",
                $"{Words(said.Addressee)} controls {Term(said.Process)}, though controlling_bodies names only {string.Join(" and ", said.ControllingBodies.Select(Words))}. {found.Basis}"));
        return isSaid && said.Control != found.Control
            ? new ControlAssessment(said.Control, $"The inspectorate says so. {found.Basis}", null)
            : new ControlAssessment(found.Control, found.Basis, null);
    }

    /// <summary>
    /// Who has control, where the request names nobody: who has it by the responsibilities, and, where the addressee is said only to
    /// influence, not the addressee itself.
    /// </summary>
    public static IReadOnlyList<Subject> Deciding(Recommendation said, ControlFinding found) => said.Control == Control.Influences
        ? [.. found.Bodies.Where(body => !IsOf(KindOf(body), said.Addressee))]
        : found.Bodies;

    private static Fault BeyondControl(Recommendation said, ControlFinding found)
    {
        var bodies = said.ControllingBodies.Count > 0 ? said.ControllingBodies.AsEnumerable() : found.Bodies;
        var has = string.Join(" and ", bodies.Select(Words)) is { Length: > 0 } words ? words : "not known to the table of responsibilities; name it in controlling_bodies";
        return new Fault(
            ErrorReason.RecommendationBeyondControl, "control",
            $"{Words(said.Addressee)} has no control of {Term(said.Process)}. The body that has: {has}. {found.Basis} Address it to that body, or split it.");
    }

    /// <summary>A body in words, such as <c>police force</c>.</summary>
    public static string Words(Subject body) => body.Kind == Subject.Types.Kind.Partnership
        ? "the safeguarding partnership"
        : body.Agency.Name.Length > 0 ? body.Agency.Name : Label(body.Agency.Kind);

    private static bool IsSame(Subject one, Subject other) => IsOf(KindOf(one), other) || IsOf(KindOf(other), one);

    private static string KindOf(Subject body) => body.Kind == Subject.Types.Kind.Partnership ? AgencyKinds.Partnership : body.Agency.Kind;

    private static bool IsOf(string kind, Subject addressee) =>
        kind == Responsibilities.Each
        || (addressee.Kind == Subject.Types.Kind.Partnership
            ? kind == AgencyKinds.Partnership || Partners.Any(partner => AgencyKinds.MayBeSame(kind, partner))
            : AgencyKinds.MayBeSame(kind, addressee.Agency.Kind));

    private static Subject Body(string kind) => kind == AgencyKinds.Partnership
        ? new Subject { Kind = Subject.Types.Kind.Partnership }
        : new Subject { Kind = Subject.Types.Kind.Agency, Agency = new V1.Agency { Kind = kind } };

    private static string Basis(string process, List<Responsibility> leading, DateOnly day) =>
        $"{Term(process)} on {day.Iso()}: "
        + (leading.Count == 0 ? "nobody is known to lead it." : string.Join("; ", leading.Select(Words)) + ".");

    private static string Words(Responsibility one) => string.Concat(
        one.Kind == Responsibilities.Each ? "every agency" : Label(one.Kind),
        one.Role == ResponsibilityRole.DutyHolder ? " has the duty" : " leads",
        one.LegalReference is { } reference ? $" ({reference}{(one.Verified ? "" : "; not verified")})" : "",
        one.Note is { } note ? $", {note}" : "");

    private static string Label(string kind) => AgencyKinds.TryFind(kind, out var known) ? known.Label : kind;

    private static string Term(string process) => ProcessCatalogue.England.TryFind(process, out var known) ? known.Term : process;
}

/// <summary>What was found about control.</summary>
/// <param name="Control">Whether the addressee has it.</param>
/// <param name="Bodies">Who has. Empty: not known, or every agency for its own part.</param>
/// <param name="Basis">Why, in one sentence.</param>
internal sealed record ControlFinding(Control Control, IReadOnlyList<Subject> Bodies, string Basis);

/// <summary>What counts of what was said and found about control.</summary>
/// <param name="Control">Whether the addressee has it.</param>
/// <param name="Basis">Why.</param>
/// <param name="Refusal">Why it cannot be taken so, its field within the recommendation; null: it can.</param>
internal sealed record ControlAssessment(Control Control, string Basis, Fault? Refusal);
