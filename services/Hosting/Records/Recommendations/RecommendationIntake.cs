using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Reference;
using Inspectorates.V1;
using State = Inspectorates.V1.Recommendation.Types.State;

namespace Inspectorates.Hosting.Records.Recommendations;

/// <summary>Takes recommendations from requests: checked, their control assessed, and told all faults at once.</summary>
internal sealed class RecommendationIntake(IInspectorate inspectorate, KnownFrameworks known, LondonClock clock)
{
    private const string Path = "recommendation";
    private const int LongestText = 1000;
    private const int MostVerdicts = 50;
    private const int MostBodies = 10;

    private static readonly string[] SetHere =
    [
        "name", "inspectorate", "control_basis", "control_on", "predecessors", "successors", "state_reason", "revision", "recorded_at", "revision_reason", "etag",
    ];

    /// <summary>A recommendation to be recorded.</summary>
    /// <exception cref="RefusalException">A field is missing or wrong, or the addressee has no control.</exception>
    public Recommendation New(Recommendation? given)
    {
        var (faults, taken) = (new Faults(), Given(given));
        foreach (var field in Recommendation.Descriptor.Fields.InDeclarationOrder().Where(field => SetHere.Contains(field.Name)))
            faults.OutputOnly($"{Path}.{field.Name}", !Equals(field.Accessor.GetValue(taken), field.Accessor.GetValue(new Recommendation())));
        OfSource(faults, taken);
        Complete(faults, Path, taken, taken.Source is null ? clock.Today : null);
        if (faults.Found.Count == 0)
            Assess(faults, Path, taken);
        faults.ThrowIfAny();
        return taken;
    }

    /// <summary>
    /// A recommendation as it is to be from now on; what only the service sets is left empty. Its control is assessed on the writer, where
    /// it is known whether it is a fact and of which day.
    /// </summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public Recommendation Revised(Recommendation? given, string reason)
    {
        var (faults, taken) = (new Faults(), Given(given));
        faults.Require($"{Path}.name", taken.Name, $"inspectorates/{inspectorate.Code}/recommendations/3f2504e0");
        Reason(faults, reason);
        taken.ToBeDecidedOn = taken.PublishedOn = "";
        // What has never had words, as a fact whose source's are not kept, is told apart on the writer.
        Complete(faults, Path, taken, null, isWithoutWords: true);
        faults.ThrowIfAny();
        return taken;
    }

    /// <summary>Checks what a step carries besides what it is about.</summary>
    public static void Step(string name, string? reason)
    {
        var faults = new Faults();
        faults.Require("name", name, "inspectorates/ofsted/recommendations/3f2504e0");
        if (reason is not null)
            Reason(faults, reason);
        faults.ThrowIfAny();
    }

    /// <summary>Checks what stands from now on, and assesses its control. All faults are thrown together.</summary>
    /// <param name="standing">Each with the path of what it was made from; empty: the request itself. Changed in place.</param>
    /// <param name="isWithoutWords">Whether what stood before has no text, so that none can be asked for.</param>
    /// <exception cref="RefusalException">A field is missing or wrong, or an addressee has no control.</exception>
    public void Standing(IReadOnlyList<(string Path, Recommendation Recommendation)> standing, bool isWithoutWords)
    {
        var faults = new Faults();
        foreach (var (path, recommendation) in standing)
        {
            var before = faults.Found.Count;
            Complete(faults, path, recommendation, null, isWithoutWords);
            if (faults.Found.Count == before)
                Assess(faults, path, recommendation);
        }

        faults.ThrowIfAny();
    }

    /// <summary>
    /// Forgets what was found about control where it was only sent back as it was read and something it follows from has changed: it is
    /// found anew. What the inspectorate says of the same process and addressee stays, whatever the day.
    /// </summary>
    /// <param name="revised">As it is to be, its day of publication filled. Changed in place.</param>
    /// <param name="current">As it stands.</param>
    public void ForgetFound(Recommendation revised, Recommendation current)
    {
        var isAboutAnother = revised.Process != current.Process || !Equals(revised.Addressee, current.Addressee);
        if (!isAboutAnother && LawOf(revised).Iso() == current.ControlOn)
            return;
        var found = ControlRule.Of(current.Process, current.Addressee, Days.Parse(current.ControlOn) ?? LawOf(current));
        var bodies = ControlRule.Deciding(current, found);
        if (revised.ControllingBodies.Equals(current.ControllingBodies) && (isAboutAnother || current.ControllingBodies.SequenceEqual(bodies)))
            revised.ControllingBodies.Clear();
        if (revised.Control == current.Control && (isAboutAnother || current.Control == found.Control))
            revised.Control = Recommendation.Types.DegreeOfControl.Unspecified;
    }

    private static Recommendation Given(Recommendation? given) =>
        given?.Clone() ?? throw RefusalException.Of(ErrorReason.FieldRequired, Path, "recommendation is required.");

    private static void Reason(Faults faults, string reason)
    {
        if (faults.Require("reason", reason, "'it is for the police to do'"))
            faults.Text("reason", reason, 1000, lines: true);
    }

    private void OfSource(Faults faults, Recommendation taken)
    {
        faults.Known($"{Path}.state", taken.State);
        if (taken.State is not (State.Unspecified or State.Draft or State.Published))
            faults.Add(ErrorReason.FieldsInconsistent, $"{Path}.state", $"{Path}.state is DRAFT, or PUBLISHED for what was published elsewhere.");
        if ((taken.State == State.Published) != (taken.Source is not null))
            faults.Add(ErrorReason.FieldsInconsistent, $"{Path}.source", $"{Path}.source is given exactly where the state is PUBLISHED: the inspectorate's own are drafts first.");
        if (taken.Source is null)
        {
            faults.OutputOnly($"{Path}.published_on", taken.PublishedOn.Length > 0);
            faults.OutputOnly($"{Path}.to_be_decided_on", taken.ToBeDecidedOn.Length > 0);
            taken.State = State.Draft;
            return;
        }

        if (faults.Require($"{Path}.published_on", taken.PublishedOn, "2024-05-10"))
            faults.PastDay($"{Path}.published_on", taken.PublishedOn, clock.Today);
        faults.PastDay($"{Path}.to_be_decided_on", taken.ToBeDecidedOn, clock.Today);
        if (taken.ToBeDecidedOn.Length > 0 && !taken.DueToBeDecided)
            faults.Add(ErrorReason.FieldsInconsistent, $"{Path}.to_be_decided_on", $"{Path}.to_be_decided_on is given though the day is not to be decided.");
    }

    private void Complete(Faults faults, string whole, Recommendation taken, DateOnly? earliest, bool isWithoutWords = false)
    {
        var path = Within(whole);
        taken.Inspectorate = inspectorate.Code;
        if (taken.Source is { } source)
            faults.Source($"{path}source", source, clock.Today);
        if (taken.Text.Length > 0 || (taken.Source is null && !isWithoutWords && faults.Require($"{path}text", taken.Text, "'see that minutes reach all who were there within one day'")))
            faults.Text($"{path}text", taken.Text, LongestText, lines: true);
        if (faults.Require($"{path}process", taken.Process, "strategy-discussion") && !ProcessCatalogue.England.TryFind(taken.Process, out _))
            faults.Add(ErrorReason.ProcessUnknown, $"{path}process", $"'{Shown.Of(taken.Process)}' is not in the process catalogue, such as strategy-discussion.");
        faults.Footprint($"{path}footprint", taken.Footprint);
        Bodies(faults, path, taken);
        Verdicts(faults, path, taken);
        faults.Due($"{path}due_on", taken.DueOn, $"{path}due_to_be_decided", taken.DueToBeDecided, earliest);
    }

    private void Bodies(Faults faults, string path, Recommendation taken)
    {
        faults.Known($"{path}control", taken.Control);
        faults.Subject($"{path}addressee", taken.Addressee, known);
        if (taken.ControllingBodies.Count > MostBodies)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}controlling_bodies", $"{path}controlling_bodies has {taken.ControllingBodies.Count}; at most {MostBodies} are taken.");
        for (var place = 0; place < Math.Min(taken.ControllingBodies.Count, MostBodies); place++)
            faults.Subject($"{path}controlling_bodies[{place}]", taken.ControllingBodies[place], known);
    }

    private void Verdicts(Faults faults, string path, Recommendation taken)
    {
        if (taken.Verdicts.Count > MostVerdicts)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}verdicts", $"{path}verdicts has {taken.Verdicts.Count}; at most {MostVerdicts} are taken.");
        for (var place = 0; place < Math.Min(taken.Verdicts.Count, MostVerdicts); place++)
            if (!taken.Verdicts[place].StartsWith($"inspectorates/{inspectorate.Code}/verdicts/", StringComparison.Ordinal))
                faults.Add(ErrorReason.FieldMalformed, $"{path}verdicts[{place}]", $"{path}verdicts[{place}] is no name of a verdict of this inspectorate, such as inspectorates/{inspectorate.Code}/verdicts/3f2504e0.");
    }

    // F1 of the account of the domain: nobody is told to do what is another's to do. What was published elsewhere is kept as it was
    // published, and shown as beyond its addressee's control.
    private void Assess(Faults faults, string path, Recommendation taken)
    {
        var day = LawOf(taken);
        var found = ControlRule.Of(taken.Process, taken.Addressee, day);
        var assessed = ControlRule.Assess(taken, found);
        if (assessed.Refusal is { } refusal && !(taken.Source is not null && refusal.Reason == ErrorReason.RecommendationBeyondControl))
        {
            faults.Add(refusal.Reason, $"{Within(path)}{refusal.Field}", refusal.Message);
            return;
        }

        (taken.Control, taken.ControlBasis, taken.ControlOn) = (assessed.Control, assessed.Basis, day.Iso());
        if (taken.ControllingBodies.Count == 0)
            taken.ControllingBodies.AddRange(ControlRule.Deciding(taken, found));
    }

    private DateOnly LawOf(Recommendation taken) => Days.Parse(taken.PublishedOn) ?? clock.Today;

    // A field of the request itself has no path before it.
    private static string Within(string path) => path.Length == 0 ? "" : $"{path}.";
}
