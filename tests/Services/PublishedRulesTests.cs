using Inspectorates.Cqc;
using Inspectorates.Hmic;
using Inspectorates.HmiProbation;
using Inspectorates.Hosting;
using Inspectorates.Ofsted;
using Inspectorates.Services.Tests.Hosting;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests;

/// <summary>The inspectorates' own rules over the facts that ship: how many published results there are to hold against one.</summary>
public sealed class PublishedRulesTests
{
    private static readonly string[] Ratings = ["inadequate", "requires-improvement", "good", "outstanding"];
    private static readonly string[] Limiting = ["help-and-protection", "children-in-care", "care-leavers"];

    public static TheoryData<IInspectorate> All => [new OfstedInspectorate(), new CqcInspectorate(), new HmicInspectorate(), new HmiProbationInspectorate()];

    [Theory, MemberData(nameof(All))]
    public void No_shipped_result_breaks_its_rule(IInspectorate inspectorate) => Assert.All(
        Facts.Shipped(inspectorate.GetType().Assembly),
        shipped => Assert.Empty(inspectorate.Check(shipped.Record.Inspection, Verdicts(shipped.Record))));

    [Fact]
    public void Every_area_with_a_limiting_judgement_is_inadequate_overall()
    {
        var limited = Facts.Shipped(typeof(OfstedInspectorate).Assembly, "ofsted-outcomes")
            .Where(record => Verdicts(record).Any(verdict => Limiting.Contains(verdict.Judgement) && verdict.Grade?.Code == "inadequate")).ToList();

        Assert.Equal(19, limited.Count);
        Assert.All(limited, record => Assert.Equal("inadequate", Of(record, "overall-effectiveness")));
        // Without the rule they would be let through: any other overall is found.
        Assert.All(limited, record =>
        {
            var lifted = Verdicts(record).Select(verdict => verdict.Clone()).ToList();
            lifted.Single(verdict => verdict.Judgement == "overall-effectiveness").Grade = new Grade { Code = "good" };
            var found = Assert.Single(new OfstedInspectorate().Check(record.Inspection, lifted));
            Assert.Equal(("good", "inadequate"), (found.PublishedGrade, Assert.Single(found.AllowedGrades)));
            Assert.StartsWith("https://www.gov.uk/", found.SourceUri, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_shipped_youth_justice_rating_with_a_score_can_be_checked_and_fits_its_band()
    {
        var rated = Facts.Shipped(typeof(HmiProbationInspectorate).Assembly, "hmip-youth-justice")
            .Where(record => Of(record, "overall").Length > 0).ToList();

        Assert.Equal(48, rated.Count);
        Assert.All(rated, record =>
        {
            // Whatever else had been published, the score allows it or says so.
            var others = Ratings.Select(grade =>
            {
                var verdict = Verdicts(record).Single().Clone();
                verdict.Grade = new Grade { Code = grade };
                return (grade, Found: new HmiProbationInspectorate().Check(record.Inspection, [verdict]));
            }).ToList();
            Assert.Contains(others, other => other.grade == Of(record, "overall") && other.Found.Count == 0);
            Assert.InRange(others.Count(other => other.Found.Count == 0), 1, 2);
            Assert.All(others.SelectMany(other => other.Found), found => Assert.StartsWith("https://", found.SourceUri, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_framework_with_a_rule_states_it_in_words_and_one_without_states_none()
    {
        var stated = All.Select(row => row.Data).SelectMany(inspectorate => inspectorate.Describe().Frameworks
                .Where(framework => framework.AggregationRule.Length > 0).Select(framework => (inspectorate.Code, framework.Code)))
            .Distinct().Order();

        Assert.Equal(
            [("cqc", "key-questions"), ("cqc", "single-assessment"), ("hmi-probation", "youth-justice"), ("ofsted", "ilacs")], stated);
    }

    private static IReadOnlyList<Verdict> Verdicts(ImportedRecord record) => [.. record.Verdicts.Select(verdict => verdict.Verdict)];

    private static string Of(ImportedRecord record, string judgement) =>
        Verdicts(record).FirstOrDefault(verdict => verdict.Judgement == judgement)?.Grade?.Code ?? "";
}
