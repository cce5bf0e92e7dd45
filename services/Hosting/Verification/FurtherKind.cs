using Google.Protobuf;
using Google.Protobuf.Reflection;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Verification;

/// <summary>What must hold of a kind of further record.</summary>
/// <param name="Code">Kind of its entries.</param>
/// <param name="Type">Its message type.</param>
/// <param name="Public">The states whose revisions are public.</param>
/// <param name="After">The states whose revisions are public where the public has an earlier one.</param>
/// <param name="StaffOnly">The fields that the public does not get.</param>
/// <param name="Keys">By what it is looked for: the key and the path of the field that holds its values, such as <c>footprint.areas</c>.</param>
internal sealed record FurtherKind(
    string Code, MessageDescriptor Type, string[] Public, string[] After, string[] StaffOnly, (string Key, string Path)[] Keys)
{
    public static readonly FurtherKind[] All =
    [
        new("recommendation", Recommendation.Descriptor, ["PUBLISHED"], ["REPLACED", "WITHDRAWN"], [],
            [
                ("area", "footprint.areas"), ("process", "process"), ("inspection", "inspection"), ("addressee-kind", "addressee.agency.kind"),
                ("addressee", "addressee.kind"),
            ]),
        new("reply", Reply.Descriptor, ["PUBLISHED"], [], [], [("area", "footprint.areas"), ("inspection", "inspection"), ("verdict", "verdicts")]),
        new("accuracy-exchange", AccuracyExchange.Descriptor, ["PUBLISHED"], [], [], [("area", "footprint.areas"), ("inspection", "inspection")]),
        new("statement", Statement.Descriptor, ["PUBLISHED"], ["WITHDRAWN"], [], [("area", "footprint.areas"), ("inspection", "inspection")]),
        new("indicator-reading", IndicatorReading.Descriptor, ["PUBLISHED"], [], [], [("area", "area"), ("indicator", "indicator")]),
        new("concern", Concern.Descriptor, [], [], [], [("area", "areas"), ("state", "state"), ("holder", "holder")]),
        new("referral", Referral.Descriptor, [], [], [], [("party", "sender"), ("party", "host"), ("state", "state"), ("concern", "concern")]),
        new("inspector", Inspector.Descriptor, [], [], [], [("framework", "competences.framework"), ("home", "home_authority")]),
        new("team", Team.Descriptor, ["PUBLISHED"], ["WITHDRAWN"], ["members", "recusals"],
            [("area", "footprint.areas"), ("inspection", "inspection"), ("inspector", "members.assignment.inspector")]),
    ];

    /// <summary>The kind of an entry; null: it is no further record.</summary>
    public static FurtherKind? Find(string code) => Array.Find(All, kind => kind.Code == code);

    public IMessage Read(byte[] body) => Type.Parser.ParseFrom(body);

    /// <summary>What the public gets of a revision, but for its number, instant and etag; null: nothing.</summary>
    /// <param name="wasPublic">Whether it has an earlier one.</param>
    public IMessage? PublicForm(byte[] body, bool wasPublic)
    {
        var record = Read(body);
        var state = Values(record, "state").SingleOrDefault() ?? "";
        if (!Public.Contains(state) && !(wasPublic && After.Contains(state)))
            return null;
        foreach (var field in StaffOnly)
            Type.FindFieldByName(field).Accessor.Clear(record);
        return record;
    }

    public IEnumerable<(string Key, string Value)> KeysOf(IMessage record) =>
        Keys.SelectMany(key => Values(record, key.Path).Select(value => (key.Key, value))).Distinct();

    // Texts as they are, enum values by the contract's names; what is empty is no value.
    private static IEnumerable<string> Values(IMessage record, string path)
    {
        var (name, rest) = path.Split('.', 2) is [var first, var more] ? (first, more) : (path, "");
        var field = record.Descriptor.FindFieldByName(name);
        var value = field.Accessor.GetValue(record);
        IEnumerable<object> values = field.IsRepeated ? ((System.Collections.IEnumerable)value).Cast<object>() : value is null ? [] : [value];
        if (rest.Length > 0)
            return values.Cast<IMessage>().SelectMany(inner => Values(inner, rest));
        return values
            .Select(one => field.FieldType == FieldType.Enum
                ? Convert.ToInt32(one, null) is not 0 and var number ? field.EnumType.FindValueByNumber(number)?.Name ?? "" : ""
                : (string)one)
            .Where(text => text.Length > 0);
    }
}
