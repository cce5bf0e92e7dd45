using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>Takes assignments, recusals and signatures from requests.</summary>
internal sealed class AssignmentIntake(IInspectorate inspectorate, KnownFrameworks known, LondonClock clock)
{
    private const string Path = "assignment";
    private const int Most = 50;

    /// <summary>An assignment, but for its themes, which are the framework's of the inspection.</summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public Assignment Assignment(string inspection, Assignment? given)
    {
        var faults = new Faults();
        Inspection(faults, inspection);
        var taken = given?.Clone() ?? throw RefusalException.Of(ErrorReason.FieldRequired, Path, "assignment is required.");
        Inspector(faults, $"{Path}.inspector", taken.Inspector);
        faults.Required($"{Path}.role", taken.Role);
        if (taken.Themes.Count > Most)
            faults.Add(ErrorReason.FieldOutOfRange, $"{Path}.themes", $"{Path}.themes has {taken.Themes.Count}; at most {Most} are held.");
        if (taken.Themes.Distinct().Count() != taken.Themes.Count)
            faults.Add(ErrorReason.FieldsInconsistent, $"{Path}.themes", $"{Path}.themes names one more than once.");
        // That none was made is a ground of the rule.
        if (taken.Declaration is { } declaration)
        {
            if (faults.Require($"{Path}.declaration.declared_on", declaration.DeclaredOn, "2026-06-01"))
                faults.PastDay($"{Path}.declaration.declared_on", declaration.DeclaredOn, clock.Today);
            faults.Interests($"{Path}.declaration.interests", declaration.Interests, Most, known);
        }

        faults.ThrowIfAny();
        return taken;
    }

    /// <summary>Checks the themes of an assignment once the framework is known.</summary>
    /// <exception cref="RefusalException">One is no theme of it.</exception>
    public void Themes(Assignment assignment, string framework)
    {
        var faults = new Faults();
        for (var place = 0; place < assignment.Themes.Count; place++)
            faults.Theme($"{Path}.themes[{place}]", assignment.Themes[place], framework, known, isRequired: true);
        faults.ThrowIfAny();
    }

    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public void Recusal(RecuseInspectorRequest request)
    {
        var faults = new Faults();
        Inspection(faults, request.Inspection);
        Inspector(faults, "inspector", request.Inspector);
        faults.Required("reason", request.Reason);
        faults.ThrowIfAny();
    }

    /// <exception cref="RefusalException">A field is missing.</exception>
    public void Signature(SignThemeRequest request)
    {
        var faults = new Faults();
        Inspection(faults, request.Inspection);
        Inspector(faults, "inspector", request.Inspector);
        faults.Require("theme", request.Theme, "strategy-discussion");
        faults.ThrowIfAny();
    }

    private void Inspection(Faults faults, string name) => faults.Require("inspection", name, $"inspectorates/{inspectorate.Code}/inspections/3f2504e0");

    private void Inspector(Faults faults, string field, string name) => faults.Require(field, name, $"inspectorates/{inspectorate.Code}/inspectors/3f2504e0");
}
