using FsCheck.Xunit;
using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

public sealed class AspectsTests
{
    [Theory]
    [InlineData("timeliness", "timeliness")]
    [InlineData("Promptness", "timeliness")]
    [InlineData("attendance and timeliness", "timeliness-and-attendance")]
    [InlineData("co-ordination", "coordination")]
    [InlineData("overall", "whole")]
    [InlineData("never-met_before", "never-met-before")]
    [InlineData("", "")]
    public void Words_for_one_aspect_come_out_as_one_slug(string word, string canonical)
    {
        Assert.Equal(canonical, Aspects.Canonical(word));
    }

    [Fact]
    public void No_canonical_slug_is_a_synonym_of_another()
    {
        Assert.Equal(Aspects.Whole, Aspects.Known[0].Code);
        Assert.All(Aspects.Known, aspect =>
        {
            Assert.Equal(aspect.Code, Aspects.Canonical(aspect.Code));
            Assert.All(aspect.Synonyms, word => Assert.Equal(aspect.Code, Aspects.Canonical(word)));
        });
    }

    [Property]
    public bool What_is_canonical_stays_so(string? word) =>
        Aspects.Canonical(Aspects.Canonical(word ?? "")) == Aspects.Canonical(word ?? "");

    [Fact]
    public void Every_aspect_of_the_coded_statements_is_known()
    {
        var known = Aspects.Known.Select(aspect => aspect.Code).ToHashSet();

        Assert.All(SharedTable.Read("joint/coded-findings.csv"), row => Assert.Contains(Aspects.Canonical(row["aspect"]), known));
    }
}
