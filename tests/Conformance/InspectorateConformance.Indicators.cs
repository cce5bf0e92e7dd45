using Grpc.Core;
using Inspectorates.V1;
using static Inspectorates.V1.Verdict.Types;
using Type = Inspectorates.V1.Evidence.Types.Type;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    [Fact]
    public async Task F17_The_registry_says_of_every_figure_what_it_stands_for_and_who_decided_what_is_right()
    {
        var registry = await RegistryAsync();

        Assert.NotEmpty(registry);
        Assert.Equal(registry.Select(indicator => indicator.Code).Order(StringComparer.Ordinal), registry.Select(indicator => indicator.Code));
        Assert.All(registry, indicator =>
        {
            Assert.All(
                new[] { indicator.Label, indicator.Definition, indicator.Unit, indicator.Basis, indicator.StandsFor, indicator.LinkEvidence },
                text => Assert.NotEmpty(text));
            Assert.NotEmpty(indicator.PerverseEffects);
            Assert.NotEqual(Indicator.Types.Type.Unspecified, indicator.Type);
            Assert.NotEqual(Indicator.Types.Direction.Unspecified, indicator.Direction);
            Assert.Equal(indicator.OptimumState == Indicator.Types.OptimumState.NoneStated, indicator.Optimum.Length == 0);
            Assert.True(indicator.OptimumState == Indicator.Types.OptimumState.NoneStated || indicator.DecidedBy.Length > 0);
            Assert.Equal(
                indicator.Type is Indicator.Types.Type.Activity or Indicator.Types.Type.Timeliness || indicator.OptimumState == Indicator.Types.OptimumState.NoneStated,
                indicator.Proxy);
        });
    }

    [Fact]
    public async Task The_registry_comes_in_pages_like_any_list()
    {
        var all = await RegistryAsync();
        var (read, token) = (new List<Indicator>(), "");
        do
        {
            var page = await service.Describing.ListIndicatorsAsync(new ListIndicatorsRequest { PageSize = 1, PageToken = token }, cancellationToken: Stop);
            read.AddRange(page.Indicators);
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(all, read);
        (await Refused.ByAsync(service.Describing.ListIndicatorsAsync(new ListIndicatorsRequest { PageToken = "made up" }, cancellationToken: Stop)))
            .Is(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token");
        (await Refused.ByAsync(service.Describing.ListIndicatorsAsync(new ListIndicatorsRequest { PageSize = -1 }, cancellationToken: Stop)))
            .Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "page_size");
    }

    [Fact]
    public async Task F17_A_verdict_that_rests_only_on_figures_of_which_nothing_follows_is_proxy_only_and_says_why()
    {
        var (proxy, sound) = (await IndicatorAsync(isProxy: true), await IndicatorAsync(isProxy: false));

        var resting = await RecordAsync(Samples.Resting(Anywhere, new Evidence { Type = Type.Indicator, Count = 1, Indicator = proxy.Code }));
        var sounder = await RecordAsync(Samples.Resting(Anywhere, new Evidence { Type = Type.Indicator, Count = 1, Indicator = sound.Code }));
        var both = await RecordAsync(Samples.Resting(
            Anywhere, new Evidence { Type = Type.Indicator, Count = 1, Indicator = proxy.Code }, new Evidence { Type = Type.TrackedChild, Count = 6 }));

        Assert.Equal(Basis.ProxyOnly, resting.Basis);
        Assert.Contains(proxy.Label, resting.BasisReason, StringComparison.Ordinal);
        Assert.Equal((Basis.Direct, ""), (sounder.Basis, sounder.BasisReason));
        Assert.Equal(Basis.Direct, both.Basis);
        Assert.Equal(State.Published, (await ThroughAsync(resting.Name, null)).State);
    }

    [Fact]
    public async Task Evidence_that_is_a_figure_names_it_and_no_other_does()
    {
        var known = await IndicatorAsync(isProxy: true);
        foreach (var (piece, reason, field) in new (Evidence, string, string)[]
        {
            (new() { Type = Type.Indicator, Count = 1 }, "FIELD_REQUIRED", "indicator"),
            (new() { Type = Type.Indicator, Count = 1, Indicator = "made-up" }, "INDICATOR_UNKNOWN", "indicator"),
            (new() { Type = Type.TrackedChild, Count = 6, Indicator = known.Code }, "FIELDS_INCONSISTENT", "indicator"),
            (new() { Type = Type.TrackedChild, Count = 6, NotCounted = true }, "FIELDS_INCONSISTENT", "not_counted"),
            (new() { Type = Type.TrackedChild, Suppressed = true }, "FIELD_OUTPUT_ONLY", "suppressed"),
            (new() { Type = Type.TrackedChild, Count = 6, Method = new string('x', 201) }, "FIELD_OUT_OF_RANGE", "method"),
            (new() { Type = Type.TrackedChild, Count = 6, Method = "call 020 7946 0958" }, "TEXT_IDENTIFIES", "method"),
            (new() { Type = Type.TrackedChild, Count = 6, Window = new DateRange { Start = "2026-02-30" } }, "FIELD_MALFORMED", "window.start"),
        })
        {
            var refused = await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(
                Samples.Recording(Samples.Resting(Anywhere, piece)), service.As("inspector"), cancellationToken: Stop));
            refused.Is(StatusCode.InvalidArgument, reason, $"verdict.evidence[0].{field}");
        }
    }
}
