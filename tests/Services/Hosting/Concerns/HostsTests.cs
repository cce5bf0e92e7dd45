using Grpc.Core;
using Inspectorates.Cqc;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Referrals;
using Inspectorates.Hosting.Refusals;
using Inspectorates.HmiProbation;
using Inspectorates.Hmic;
using Inspectorates.Ofsted;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Hosting.Concerns;

/// <summary>Who is host for which agency, from whichever inspectorate one looks.</summary>
public sealed class HostsTests
{
    private static readonly IInspectorate[] All = [new OfstedInspectorate(), new CqcInspectorate(), new HmicInspectorate(), new HmiProbationInspectorate()];

    [Theory]
    [InlineData("police-force", "hmic")]
    [InlineData("icb", "cqc")]
    [InlineData("probation-delivery-unit", "hmi-probation")]
    [InlineData("local-authority", "ofsted")]
    [InlineData("school", "ofsted")]
    public void F9_the_host_is_found_from_the_kind_of_agency(string kind, string host)
    {
        foreach (var inspectorate in All)
            if (inspectorate.Code == host)
                Assert.Equal(ErrorReason.OwnAgency, Assert.Throws<RefusalException>(() => Of(inspectorate).Of(kind)).Reason);
            else
                Assert.Equal(host, Of(inspectorate).Of(kind));
    }

    [Fact]
    public void An_agency_that_nobody_has_powers_over_is_referred_to_nobody()
    {
        var refused = Assert.Throws<RefusalException>(() => Of(All[0]).Of("voluntary"));

        Assert.Equal(ErrorReason.NoHostInspectorate, refused.Reason);
        Assert.Equal(StatusCode.FailedPrecondition, ReasonCodes.Of(refused.Reason));
    }

    [Fact]
    public void Whoever_is_host_says_so_of_itself()
    {
        foreach (var kind in AgencyKinds.All.Where(kind => kind.Host is not null))
            Assert.True(Of(All.Single(inspectorate => inspectorate.Code == kind.Host)).IsOwn(kind.Code), kind.Code);
    }

    private static Hosts Of(IInspectorate inspectorate) => new(new KnownFrameworks(SelfDescription.Of(inspectorate)));
}
