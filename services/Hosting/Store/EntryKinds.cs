namespace Inspectorates.Hosting.Store;

/// <summary>What an entry of the log holds.</summary>
internal static class EntryKinds
{
    public const string Verdict = "verdict";

    public const string Inspection = "inspection";

    public const string Import = "import";

    public const string Position = "position";
}
