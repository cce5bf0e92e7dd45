using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

public sealed class ProcessCatalogueTests
{
    private static readonly string[] Inspectorates = ["ofsted", "cqc", "hmic", "hmi-probation"];
    private static readonly IReadOnlyList<Process> All = ProcessCatalogue.England.All;

    [Fact]
    public void The_catalogue_has_44_processes_each_under_its_own_code()
    {
        Assert.Equal(44, All.Count);
        Assert.Equal(44, All.Select(process => process.Code).Distinct().Count());
        Assert.All(All, process => Assert.Equal(process, Found(process.Code)));
        Assert.False(ProcessCatalogue.England.TryFind("no-such-process", out _));
    }

    [Fact]
    public void Every_process_is_judged_by_known_inspectorates_each_always_or_sometimes()
    {
        Assert.All(All, process =>
        {
            Assert.NotEmpty(process.JudgedBy);
            string[] all = [.. process.JudgedBy, .. process.SometimesJudgedBy];
            Assert.All(all, inspectorate => Assert.Contains(inspectorate, Inspectorates));
            Assert.Equal(all.Length, all.Distinct().Count());
        });
    }

    [Theory]
    [InlineData("strategy-discussion", "ofsted;hmic;cqc", "hmi-probation")]
    [InlineData("front-door-mash", "ofsted;cqc;hmic", "hmi-probation")]
    [InlineData("contact-referral", "ofsted;cqc;hmic;hmi-probation", "")]
    [InlineData("youth-justice-case", "hmi-probation", "")]
    [InlineData("pre-proceedings-plo", "ofsted", "")]
    [InlineData("multi-agency-audit", "ofsted;cqc", "hmic;hmi-probation")]
    [InlineData("masa-governance", "ofsted", "cqc;hmic;hmi-probation")]
    [InlineData("cspr-learning", "ofsted", "cqc;hmic;hmi-probation")]
    [InlineData("child-voice", "ofsted;cqc;hmic;hmi-probation", "")]
    public void Who_judges_a_process_is_told_apart_from_who_does_so_sometimes(string code, string always, string sometimes)
    {
        var process = Found(code);

        Assert.Equal(always, string.Join(';', process.JudgedBy));
        Assert.Equal(sometimes, string.Join(';', process.SometimesJudgedBy));
    }

    [Fact]
    public void Every_process_has_a_stage_of_the_journey_and_every_stage_a_process()
    {
        Assert.Equal(
            [
                "contact-and-front-door", "assessment-and-enquiry", "planning-and-protection", "in-care", "leaving-care",
                "leadership-and-partnership",
            ],
            JourneyStages.All.Select(stage => stage.Code));
        Assert.Equal(JourneyStages.All.Select(stage => stage.Code).ToHashSet(), All.Select(process => process.JourneyStage).ToHashSet());
    }

    [Fact]
    public void A_timescale_is_printed_only_with_its_source()
    {
        Assert.Equal(
            [
                "contact-referral", "child-and-family-assessment", "police-protection", "icpc", "core-group", "review-cpc",
                "return-home-interview", "lac-review-iro", "lac-health-assessment",
            ],
            All.Where(process => process.Timescale is not null).Select(process => process.Code));
        Assert.Equal("SI 2010/959 reg 33", Found("lac-review-iro").Timescale?.Source);
    }

    [Fact]
    public void Every_process_of_the_coded_statements_is_in_the_catalogue_and_the_author_may_judge_it()
    {
        Assert.All(SharedTable.Read("joint/coded-findings.csv"), row =>
            Assert.True(Found(row["process"]).IsEverJudgedBy(row["inspectorate"]), $"{row["id"]}: {row["process"]}"));
        Assert.All(SharedTable.Read("joint/coded-bullets.csv").SelectMany(row => row.List("processes")), code =>
            Assert.Contains(code, All.Select(process => process.Code)));
    }

    private static Process Found(string code) =>
        ProcessCatalogue.England.TryFind(code, out var process) ? process : throw new KeyNotFoundException(code);
}
