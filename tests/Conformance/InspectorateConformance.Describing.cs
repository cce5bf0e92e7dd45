using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    [Fact]
    public void It_describes_itself_completely()
    {
        var description = service.Description;

        Assert.Equal($"inspectorates/{description.Code}", description.Name);
        Assert.NotEmpty(description.Label);
        Assert.NotEmpty(description.WordForVerdict);
        Assert.NotEmpty(description.ProgramVersion);
        Assert.NotEmpty(description.HostAgencyKinds);
        Assert.NotEmpty(description.Frameworks);
        Assert.NotEmpty(description.Processes);
        Assert.Empty(description.Processes.Intersect(description.ConditionalProcesses));
    }

    [Fact]
    public void Its_frameworks_are_told_apart_and_name_only_what_is_known()
    {
        var frameworks = service.Description.Frameworks;

        Assert.Equal(frameworks.Count, frameworks.Select(framework => (framework.Code, framework.Version)).Distinct().Count());
        Assert.All(frameworks, framework =>
        {
            Assert.NotEqual(Framework.Types.State.Unspecified, framework.State);
            Assert.NotEqual(Framework.Types.Mode.Unspecified, framework.Mode);
            Assert.Contains(service.Description.Code, framework.Inspectorates);
            Assert.True(framework.Predecessor.Length == 0 || frameworks.Any(one => one.Code == framework.Predecessor));
            Assert.All(
                framework.Processes.Concat(framework.Judgements.SelectMany(judgement => judgement.Processes)),
                process => Assert.True(ProcessCatalogue.England.TryFind(process, out _), $"{process} is not in the catalogue"));
        });
    }

    [Fact]
    public void Its_grades_have_codes_exact_words_and_a_standing()
    {
        Assert.All(service.Description.Frameworks, framework =>
        {
            Assert.Equal(framework.Grades.Count, framework.Grades.Select(grade => grade.Code).Distinct().Count());
            Assert.All(framework.Grades, grade =>
            {
                Assert.NotEmpty(grade.Label);
                Assert.NotEqual(Grade.Types.Standing.Unspecified, grade.Standing);
            });
        });
    }

    [Fact]
    public void Its_scales_are_in_order_best_first_and_wordings_that_are_no_grade_last()
    {
        // A joint framework may have one scale for its outcome and another for its findings.
        Assert.All(service.Description.Frameworks.Where(framework => framework.Mode != Framework.Types.Mode.Joint), framework =>
        {
            var standings = framework.Grades.Select(grade => grade.Standing).ToList();
            Assert.Equal(standings.Order(), standings);
        });
    }
}
