using Inspectorates.V1;
using static Inspectorates.V1.FrameworkAnnouncement.Types;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>What was said of a framework and when.</summary>
internal static class Said
{
    public static FrameworkAnnouncement Of(
        Kind kind, PlannedDate announced, PlannedDate? about, string text, string source, bool unverified = false) => new()
        {
            Kind = kind,
            Announced = announced,
            Day = about,
            Text = text,
            SourceUri = source,
            Unverified = unverified,
        };
}
