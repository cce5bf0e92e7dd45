using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Hosting;

/// <summary>What must hold of every inspectorate's description of itself.</summary>
internal static class SelfDescription
{
    public static void AgreesWithReference(Inspectorate described)
    {
        var catalogue = ProcessCatalogue.England.All;
        Assert.Equal($"inspectorates/{described.Code}", described.Name);
        Assert.Equal(catalogue.Where(process => process.JudgedBy.Contains(described.Code)).Select(process => process.Code), described.Processes);
        Assert.Equal(catalogue.Where(process => process.SometimesJudgedBy.Contains(described.Code)).Select(process => process.Code), described.ConditionalProcesses);

        Assert.NotEmpty(described.HostAgencyKinds);
        Assert.Distinct(described.Frameworks.Select(framework => (framework.Code, framework.Version)));
        var judged = described.Processes.Concat(described.ConditionalProcesses).ToHashSet();
        var stages = JourneyStages.All.Select(stage => stage.Code).Append("").ToHashSet();
        foreach (var framework in described.Frameworks)
        {
            Assert.Contains(described.Code, framework.Inspectorates);
            Assert.NotEqual("", framework.Label);
            Assert.NotEqual(Framework.Types.State.Unspecified, framework.State);
            Assert.NotEqual(Framework.Types.Mode.Unspecified, framework.Mode);
            Assert.Distinct(framework.Grades.Select(grade => grade.Code));
            Assert.DoesNotContain(framework.Grades, grade => grade.Standing == Grade.Types.Standing.Unspecified);
            Assert.Distinct(framework.Judgements.Select(judgement => judgement.Code));
            Assert.True(framework.Judgements.Count(judgement => judgement.Headline) <= 1, $"{framework.Code} has several headlines");
            foreach (var judgement in framework.Judgements)
            {
                Assert.Contains(judgement.JourneyStage, stages);
                Assert.Distinct(judgement.Processes);
                Assert.Subset(judged, judgement.Processes.ToHashSet());
            }
        }
    }
}
