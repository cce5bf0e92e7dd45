using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Gateway.Rest;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Rest;

public sealed class ProtoJsonTests
{
    [Fact]
    public void What_is_written_is_read_back_as_the_same_message()
    {
        var view = new JointInspection
        {
            Area = new Area { DfeCode = "926", Name = "Norfolk \"&\" <b> – ü", FormerGssCodes = { "E1" } },
            ComposedAt = Timestamp.FromDateTimeOffset(new(2026, 11, 23, 1, 2, 3, 450, TimeSpan.Zero)),
            Complete = true,
            Sources = { new Source { Inspectorate = "alpha", State = Source.Types.State.NoVerdict, VerdictCount = 7 } },
            Judgements = { new JointVerdict { Flags = { JointVerdict.Types.Flag.Pilot }, AgeDays = -1, Standing = Grade.Types.Standing.FallsShort } },
        };

        var json = Encoding.UTF8.GetString(ProtoJson.Write(view));

        Assert.Equal(view, JsonParser.Default.Parse<JointInspection>(json));
        Assert.Contains("Norfolk \\\"&\\\" <b> – ü", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_is_written_though_it_has_its_default()
    {
        using var json = JsonDocument.Parse(ProtoJson.Write(new JointVerdict()));

        Assert.Equal(
            JointVerdict.Descriptor.Fields.InDeclarationOrder().Select(field => field.JsonName),
            json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("grade").ValueKind);
        Assert.Equal("STANDING_UNSPECIFIED", json.RootElement.GetProperty("standing").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("flags").GetArrayLength());
    }

    [Fact]
    public void Where_googles_formatter_writes_a_field_it_writes_the_same()
    {
        var source = new Source { Inspectorate = "alpha", State = Source.Types.State.Stale, AsAt = new Timestamp { Seconds = 5 }, Since = new Timestamp() };
        using var ours = JsonDocument.Parse(ProtoJson.Write(source));
        using var googles = JsonDocument.Parse(new JsonFormatter(JsonFormatter.Settings.Default.WithFormatDefaultValues(true)).Format(source));

        Assert.True(JsonElement.DeepEquals(googles.RootElement, ours.RootElement));
    }
}
