using Grpc.Core;
using Inspectorates.V1;
using static Inspectorates.V1.FrameworkResolution.Types;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    private async Task<ResolveFrameworkResponse> ResolveAsync(ResolveFrameworkRequest request) =>
        await service.Describing.ResolveFrameworkAsync(request, cancellationToken: Stop);

    [Fact]
    public async Task F21_for_every_line_it_says_which_framework_applies_or_why_that_is_undetermined()
    {
        var answer = await ResolveAsync(new() { Area = "926" });

        Assert.Equal(("2026-06-15", "2026-06-15"), (answer.Day, answer.AsOf));
        Assert.Equal(
            service.Description.Frameworks.SelectMany(one => one.Lines.Count > 0 ? one.Lines.AsEnumerable() : [one.Code]).Distinct().Order(StringComparer.Ordinal),
            answer.Resolutions.Select(one => one.Line));
        Assert.All(answer.Resolutions, one =>
        {
            Assert.NotEmpty(one.Reasons);
            Assert.Equal(one.Outcome == Outcome.Applies, one.Framework is not null);
            Assert.False(one.Framework?.State is Framework.Types.State.ToBeDecided or Framework.Types.State.InConsultation);
        });
        Assert.Contains(answer.Resolutions, one => one.Framework?.Code == Samples.Framework.Code);
    }

    [Fact]
    public async Task F21_its_frameworks_are_told_as_they_were_known_on_a_day()
    {
        var now = await service.Describing.GetInspectorateAsync(new(), cancellationToken: Stop);
        var today = await service.Describing.GetInspectorateAsync(new() { AsOf = "2026-06-15" }, cancellationToken: Stop);
        var before = await service.Describing.GetInspectorateAsync(new() { AsOf = "1990-01-01" }, cancellationToken: Stop);

        Assert.Equal(("", "2026-06-15"), (now.AsOf, today.AsOf));
        Assert.Equal(now.Inspectorate, today.Inspectorate);
        Assert.DoesNotContain(before.Inspectorate.Frameworks, one => one.ActualStart is not null);
        (await Refused.ByAsync(service.Describing.GetInspectorateAsync(new() { AsOf = "2026-06-16" }, cancellationToken: Stop)))
            .Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "as_of");
    }

    [Fact]
    public async Task F22_it_answers_for_one_of_its_agencies_and_one_line()
    {
        var kind = service.Description.HostAgencyKinds[0].Code;
        var all = await ResolveAsync(new() { Agency = new Agency { Kind = kind } });
        var line = all.Resolutions[0].Line;
        var one = await ResolveAsync(new() { Agency = new Agency { Kind = kind }, Line = line, Day = "2027-01-01" });

        Assert.Equal(line, Assert.Single(one.Resolutions).Line);
        Assert.Equal("2027-01-01", one.Day);
    }

    [Fact]
    public async Task F22_what_cannot_be_resolved_is_refused_with_every_field_named()
    {
        foreach (var (request, reason, field) in new (ResolveFrameworkRequest, string, string)[]
        {
            (new(), "FIELD_REQUIRED", "area"),
            (new() { Area = "926", Agency = new Agency { Kind = service.Description.HostAgencyKinds[0].Code } }, "FIELDS_INCONSISTENT", "agency"),
            (new() { Agency = new Agency { Kind = "circus" } }, "AGENCY_KIND_UNKNOWN", "agency.kind"),
            (new() { Agency = new Agency { Kind = "local-authority", Code = "999" } }, "AREA_UNKNOWN", "agency.code"),
            (new() { Area = "926", Day = "today" }, "FIELD_MALFORMED", "day"),
            (new() { Area = "926", AsOf = "2026-06-16" }, "FIELD_OUT_OF_RANGE", "as_of"),
            (new() { Area = "926", Line = "circus" }, "FRAMEWORK_LINE_UNKNOWN", "line"),
            (new() { Area = "926", InspectedUnder = { "circus" } }, "FRAMEWORK_UNKNOWN", "inspected_under[0]"),
            (new() { Area = "926", InspectedUnder = { Enumerable.Repeat(Samples.Framework.Code, 21) } }, "FIELD_OUT_OF_RANGE", "inspected_under"),
        })
            (await Refused.ByAsync(service.Describing.ResolveFrameworkAsync(request, cancellationToken: Stop)))
                .Is(StatusCode.InvalidArgument, reason, field);
    }
}
