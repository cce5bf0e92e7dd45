namespace Inspectorates.Hosting.Verification;

/// <summary>A kind of record that has revisions, and the tables made from it.</summary>
internal sealed record RecordKind(
    string Name, string Revisions, string Areas, string Public, string PublicAreas, Func<byte[], string, RecordContent> Read)
{
    public static readonly RecordKind Verdict = new(
        "verdict", "verdict_revision", "verdict_area", "public_verdict", "public_verdict_area", RecordContent.OfVerdict);

    public static readonly RecordKind Inspection = new(
        "inspection", "inspection_revision", "inspection_area", "public_inspection", "public_inspection_area", RecordContent.OfInspection);

    public static readonly RecordKind[] All = [Verdict, Inspection];

    /// <summary>Kind of the entries that have no revisions: the record of a source.</summary>
    public const string Import = "import";
}
