using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.Hosting.Store;

/// <summary>The fields that every further record has.</summary>
internal static class FurtherFields
{
    public static string NameOf(IMessage record) => (string)Field(record, "name").GetValue(record);

    public static int RevisionOf(IMessage record) => (int)Field(record, "revision").GetValue(record);

    public static string EtagOf(IMessage record) => (string)Field(record, "etag").GetValue(record);

    /// <summary>Numbers, dates and marks a revision.</summary>
    public static void Complete(IMessage record, int revision, DateTimeOffset at)
    {
        Field(record, "revision").SetValue(record, revision);
        Field(record, "recorded_at").SetValue(record, Timestamp.FromDateTimeOffset(at));
        Field(record, "etag").SetValue(record, "");
        Field(record, "etag").SetValue(record, Etags.Of(record));
    }

    private static Google.Protobuf.Reflection.IFieldAccessor Field(IMessage record, string name) => record.Descriptor.FindFieldByName(name).Accessor;
}
