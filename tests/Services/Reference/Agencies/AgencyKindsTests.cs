using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

public sealed class AgencyKindsTests
{
    [Fact]
    public void The_kinds_are_those_of_the_field()
    {
        Assert.Equal(
            [
                "local-authority", "school", "early-years", "police-force", "health", "icb", "nhs-trust", "gp",
                "cqc-location", "probation-region", "probation-delivery-unit", "youth-justice-service", "voluntary", "cafcass",
            ],
            AgencyKinds.All.Select(kind => kind.Code));
    }

    [Theory]
    [InlineData("ofsted", "local-authority", "school", "early-years", "cafcass")]
    [InlineData("cqc", "health", "icb", "nhs-trust", "gp", "cqc-location")]
    [InlineData("hmic", "police-force")]
    [InlineData("hmi-probation", "probation-region", "probation-delivery-unit", "youth-justice-service")]
    [InlineData("some-other")]
    public void Each_inspectorate_is_host_for_its_kinds(string inspectorate, params string[] kinds)
    {
        Assert.Equal(kinds, AgencyKinds.HostedBy(inspectorate).Select(kind => kind.Code));
    }

    [Fact]
    public void Findings_about_an_agency_are_kept_by_its_host_and_the_rest_by_Ofsted()
    {
        Assert.All(AgencyKinds.All, kind => Assert.Equal(kind.Host ?? "ofsted", kind.JointFindingsKeptBy));
        Assert.Equal("ofsted", AgencyKinds.FromSubjectWord("partnership")?.JointFindingsKeptBy);
    }

    [Fact]
    public void An_identifier_is_described_wholly_or_not_at_all_and_accepts_its_example()
    {
        Assert.All(AgencyKinds.All, kind =>
        {
            Assert.Equal(kind.IdentifierPattern is null, kind.IdentifierExample is null);
            Assert.Equal(kind.IdentifierPattern is null, kind.IdentifierWords is null);
            Assert.True(kind.IdentifierExample is null || kind.Accepts(kind.IdentifierExample), kind.Code);
            Assert.False(kind.Accepts(""));
            Assert.False(kind.Accepts(kind.IdentifierExample + "\n"));
        });
    }

    [Fact]
    public void Every_agency_known_by_name_has_a_code_of_its_kind()
    {
        Assert.All(AgencyKinds.All.SelectMany(kind => Agencies.OfKind(kind.Code).Select(agency => (kind, agency))),
            pair => Assert.True(pair.kind.Accepts(pair.agency.Code), pair.agency.ToString()));
        Assert.Equal(39, Agencies.OfKind("police-force").Count(force => force.Code.StartsWith('E')));
        Assert.Equal(42, Agencies.OfKind("icb").Count(board => board.Code.StartsWith('E')));
        Assert.Equal(11, Agencies.OfKind("probation-region").Count(region => region.Code.StartsWith('N')));
    }

    [Theory]
    [InlineData("police", "police-force")]
    [InlineData("Council", "local-authority")]
    [InlineData("education", "school")]
    [InlineData("health", "health")]
    [InlineData("probation", "probation-region")]
    [InlineData("youth-justice", "youth-justice-service")]
    [InlineData("NHS trust", "nhs-trust")]
    [InlineData("cqc-location", "cqc-location")]
    public void A_word_for_the_subject_is_read_as_a_kind(string word, string kind)
    {
        Assert.Equal(kind, AgencyKinds.FromSubjectWord(word)?.Code);
    }

    [Fact]
    public void The_partnership_is_no_agency_and_an_unknown_word_is_not_guessed()
    {
        Assert.False(AgencyKinds.FromSubjectWord("partnership")!.IsAgency);
        Assert.Null(AgencyKinds.FromSubjectWord("plumbers"));
        Assert.Null(AgencyKinds.FromSubjectWord(""));
    }

    [Fact]
    public void Every_subject_of_the_coded_statements_and_bullets_is_read()
    {
        var words = SharedTable.Read("joint/coded-findings.csv").Select(row => row["subject"])
            .Concat(SharedTable.Read("joint/coded-bullets.csv").SelectMany(row => row.List("subject")));

        Assert.All(words.Distinct(), word => Assert.NotNull(AgencyKinds.FromSubjectWord(word)));
    }

    [Theory]
    [InlineData("health", "nhs-trust", true)]
    [InlineData("icb", "health", true)]
    [InlineData("icb", "icb", true)]
    [InlineData("icb", "nhs-trust", false)]
    [InlineData("police-force", "health", false)]
    [InlineData("probation-delivery-unit", "probation-region", true)]
    [InlineData("youth-justice-service", "probation-region", false)]
    public void Kinds_may_mean_the_same_agency_where_one_is_within_the_other(string one, string other, bool same)
    {
        Assert.Equal(same, AgencyKinds.MayBeSame(one, other));
        Assert.Equal(same, AgencyKinds.MayBeSame(other, one));
    }
}
