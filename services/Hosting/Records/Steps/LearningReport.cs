using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Steps;

/// <summary>
/// The one change there is to an inspection that is public (F10 of the account of the domain): what a pilot taught is published after it,
/// and a day that was to be decided is decided after it.
/// </summary>
internal static class LearningReport
{
    private const string Terms = "pilot_terms";

    /// <summary>The public inspection with the terms that are asked for.</summary>
    /// <param name="asked">The inspection as it is asked for, complete but for what only the service sets.</param>
    /// <param name="current">The inspection as it is public.</param>
    /// <exception cref="RefusalException">It is no pilot, came from a source that tells of it, or something else is asked for as well.</exception>
    public static Inspection Of(WriteSession session, Inspection asked, Inspection current)
    {
        if (!current.Pilot)
            throw new RefusalException(ErrorReason.StateForbids, "The inspection is PUBLISHED and no pilot: nothing of it is changed any more.");
        if (ImportTable.OfInspection(session, current.Name).Count > 0)
            throw new RefusalException(
                ErrorReason.StateForbids, "The inspection is PUBLISHED and came from a source: what was learnt from it comes with the next edition of the source.");
        var faults = new Faults();
        foreach (var field in Inspection.Descriptor.Fields.InDeclarationOrder().Where(field => !IsKept(field.Name, asked)))
            if (!Equals(field.Accessor.GetValue(asked), field.Accessor.GetValue(current)))
                faults.Add(
                    ErrorReason.StateForbids, $"inspection.{field.Name}", $"The inspection is PUBLISHED: nothing but inspection.{Terms} is changed, and inspection.{field.Name} is not as it was.");
        Promised(faults, asked.PilotTerms, current.PilotTerms);
        faults.ThrowIfAny();

        var changed = current.Clone();
        changed.PilotTerms = asked.PilotTerms;
        return changed;
    }

    // Who was promised a day may hold them to it: only what was to be decided is decided.
    private static void Promised(Faults faults, PilotTerms? asked, PilotTerms? current)
    {
        if (current is null)
            return;
        if (current.PublishBy.Length > 0 ? asked?.PublishBy != current.PublishBy : asked is null)
            faults.Add(
                ErrorReason.StateForbids, $"inspection.{Terms}.publish_by", "The inspection is PUBLISHED: the day by which what was learnt is published is decided where it was to be, and stays.");
    }

    // What the service sets is kept whatever is asked for: it is refused or left out in a request.
    private static bool IsKept(string field, Inspection asked) =>
        field is Terms or "name" or "key" or "state" or "state_reason" or "discrepancies" or "publish_at" or "revision" or "recorded_at" or "etag"
        || (field == "published_on" && asked.PublishedOn.Length == 0);
}
