using Google.Protobuf;
using Google.Protobuf.Reflection;
using Inspectorates.Gateway.Asking;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Inspectorates.Following;

/// <summary>What a change of a record means for the version of its area.</summary>
public sealed class ChangedRecordTests
{
    public static TheoryData<string> Kinds =>
        [.. Change.Descriptor.Oneofs.Single(oneof => oneof.Name == "record").Fields.Where(OfAnArea).Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_record_that_is_about_an_area_makes_another_version_of_it(string kind)
    {
        var field = Change.Descriptor.FindFieldByName(kind);
        var record = (IMessage)field.MessageType.Parser.ParseJson("{}");
        Set(record, "name", $"inspectorates/alpha/{kind}/1");
        Set(record, "revision", 1);
        if (record.Descriptor.FindFieldByName("footprint") is { } footprint)
            footprint.Accessor.SetValue(record, new Footprint { Areas = { "926" } });
        else
            Set(record, "area", "926");
        var change = new Change { Cursor = "1" };
        field.Accessor.SetValue(change, record);

        var changed = ChangedRecord.Of("alpha", change);

        Assert.Equal(($"inspectorates/alpha/{kind}/1", "926"), (changed.Name, Assert.Single(changed.Areas)));
    }

    private static bool OfAnArea(FieldDescriptor field) =>
        field.MessageType.FindFieldByName("footprint") is not null || field.MessageType.FindFieldByName("area") is not null;

    private static void Set(IMessage record, string field, object value) => record.Descriptor.FindFieldByName(field).Accessor.SetValue(record, value);
}
