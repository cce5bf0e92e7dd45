using Inspectorates.Cqc;
using Inspectorates.Hmic;
using Inspectorates.HmiProbation;
using Inspectorates.Hosting;
using Inspectorates.Ofsted;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests;

/// <summary>What any self-description must be, whoever gives it.</summary>
public class SelfDescriptionTests
{
    public static TheoryData<IInspectorate> Described =>
        [new OfstedInspectorate(), new CqcInspectorate(), new HmicInspectorate(), new HmiProbationInspectorate()];

    [Theory, MemberData(nameof(Described))]
    public void Every_process_named_is_in_the_catalogue_and_judged_by_the_inspectorate(IInspectorate inspectorate)
    {
        var description = inspectorate.Describe();
        var own = description.Frameworks.Where(framework => framework.Mode != Framework.Types.Mode.Joint).ToArray();

        foreach (var code in own.SelectMany(framework => framework.Processes.Concat(framework.Judgements.SelectMany(judgement => judgement.Processes))))
            Assert.True(
                ProcessCatalogue.England.TryFind(code, out var process) && process.IsEverJudgedBy(inspectorate.Code), code);
    }

    [Theory, MemberData(nameof(Described))]
    public void Codes_are_unique_and_journey_stages_exist(IInspectorate inspectorate)
    {
        var description = inspectorate.Describe();

        Assert.Distinct(description.Frameworks.Select(framework => (framework.Code, framework.Version)));
        Assert.All(description.Frameworks, framework =>
        {
            Assert.Distinct(framework.Grades.Select(grade => grade.Code));
            Assert.Distinct(framework.Grades.Select(grade => grade.Label));
            Assert.Distinct(framework.Judgements.Select(judgement => judgement.Code));
            Assert.All(framework.Judgements.Where(judgement => judgement.JourneyStage.Length > 0), judgement =>
                Assert.Contains(JourneyStages.All, stage => stage.Code == judgement.JourneyStage));
        });
    }

    [Theory, MemberData(nameof(Described))]
    public void Grades_of_a_scale_come_best_first_and_before_the_wordings_that_are_none(IInspectorate inspectorate) =>
        Assert.All(
            inspectorate.Describe().Frameworks.Where(framework => framework.Mode != Framework.Types.Mode.Joint),
            framework => Assert.Equal(framework.Grades.OrderBy(grade => grade.Standing), framework.Grades));

    [Theory, MemberData(nameof(Described))]
    public void Some_single_framework_in_force_has_grades_and_judges_every_process_of_the_inspectorate(IInspectorate inspectorate)
    {
        var description = inspectorate.Describe();

        Assert.Contains(description.Frameworks, framework =>
            framework is { State: Framework.Types.State.InForce, Mode: not Framework.Types.Mode.Joint, Grades.Count: > 0 }
            && description.Processes.All(framework.Processes.Contains));
    }
}
