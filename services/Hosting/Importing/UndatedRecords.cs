using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>
/// A source that gives no fieldwork names its record by the day of publication. One inspection of a framework and area has
/// one day of publication: where another source gives the fieldwork of the inspection published that day, the two are one
/// record, whichever came first.
/// </summary>
internal static class UndatedRecords
{
    private const string ByPublication = "published-";

    /// <summary>The offered record under the key it stands under already, if it does; otherwise as it is.</summary>
    public static ImportedRecord UnderItsStandingKey(WriteSession session, ImportedRecord offered)
    {
        var parts = offered.SourceKey.Split('/');
        if (parts.Length != 3 || offered.Inspection.PublishedOn.Length == 0)
            return offered;

        var record = $"{parts[0]}/{parts[1]}/";
        var standing = parts[2] == ByPublication + offered.Inspection.PublishedOn
            ? ImportTable.KeysFrom(session, record).Where(key => IsDated(session, key, record, offered)).ToList()
            : ImportTable.Find(session, offered.SourceKey) is null
                && ImportTable.Find(session, record + ByPublication + offered.Inspection.PublishedOn) is { } undated
                && IsOfOne(undated.Record, offered)
                ? [undated.Record.SourceKey]
                : [];
        if (standing.Count != 1)
            return offered;

        var adopted = offered.Clone();
        adopted.SourceKey = standing[0];
        return adopted;
    }

    private static bool IsDated(WriteSession session, string key, string record, ImportedRecord offered) =>
        key.Split('/').Length == 3
        && !key.StartsWith(record + ByPublication, StringComparison.Ordinal)
        && IsOfOne(ImportTable.Find(session, key)!.Record, offered);

    private static bool IsOfOne(ImportedRecord one, ImportedRecord other) =>
        one.Inspection.PublishedOn == other.Inspection.PublishedOn
        && one.Inspection.Kind == other.Inspection.Kind
        && one.Inspection.Agencies.Equals(other.Inspection.Agencies)
        && one.Inspection.Footprint.Areas.Equals(other.Inspection.Footprint.Areas);
}
