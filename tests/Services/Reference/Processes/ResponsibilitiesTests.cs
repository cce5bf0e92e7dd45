using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

/// <summary>Who is responsible for which process, and since when.</summary>
public sealed class ResponsibilitiesTests
{
    private static readonly DateOnly Before = new(2018, 6, 28);
    private static readonly DateOnly Since = new(2018, 6, 29);

    [Fact]
    public void Today_somebody_leads_every_process_of_the_catalogue() => Assert.All(
        ProcessCatalogue.England.All,
        process => Assert.Contains(
            Responsibilities.England.On(process.Code, new DateOnly(2026, 6, 15)),
            one => one.Role is ResponsibilityRole.DutyHolder or ResponsibilityRole.Lead));

    [Theory]
    [InlineData("masa-governance")]
    [InlineData("professional-challenge-escalation")]
    [InlineData("threshold-application")]
    public void F14_Three_partners_share_the_duty_since_29_June_2018_and_before_it_was_the_local_authoritys(string process)
    {
        Assert.Equal(["local-authority"], DutyHolders(process, Before));
        Assert.Equal(["local-authority", "icb", "police-force"], DutyHolders(process, Since));
        Assert.All(Responsibilities.England.On(process, Since).Where(one => one.Role == ResponsibilityRole.DutyHolder),
            one => Assert.StartsWith("Children Act 2004 s16E", one.LegalReference, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_statutory_duty_names_its_law_and_the_duty_comes_first() => Assert.All(ProcessCatalogue.England.All, process =>
    {
        var all = Responsibilities.England.On(process.Code, Since);

        Assert.All(all.Where(one => one.Role == ResponsibilityRole.DutyHolder), one => Assert.NotNull(one.LegalReference));
        Assert.Equal(all.Select(one => one.Role).Order(), all.Select(one => one.Role));
    });

    [Fact]
    public void Where_the_table_says_nothing_nobody_is_guessed()
    {
        Assert.Empty(Responsibilities.England.On("masa-governance", new DateOnly(2005, 1, 1)));
        Assert.Empty(Responsibilities.England.On("tea-making", Since));
    }

    private static IEnumerable<string> DutyHolders(string process, DateOnly day) =>
        Responsibilities.England.On(process, day).Where(one => one.Role == ResponsibilityRole.DutyHolder).Select(one => one.Kind);
}
