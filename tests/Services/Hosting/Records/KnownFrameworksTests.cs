using Inspectorates.Hosting.Records;
using Inspectorates.Ofsted;

namespace Inspectorates.Services.Tests.Hosting.Records;

public sealed class KnownFrameworksTests
{
    private static readonly KnownFrameworks Known = new(new OfstedInspectorate().Describe());

    [Theory]
    [InlineData("2018-01-01", "2018-2022")]
    [InlineData("2022-12-31", "2018-2022")]
    [InlineData("2023-01-01", "2023-2026")]
    [InlineData("2026-03-31", "2023-2026")]
    [InlineData("2026-04-01", "2026-")]
    public void An_end_known_to_the_month_is_its_last_day(string day, string version) =>
        Assert.Equal(version, Known.Find(new Faults(), "verdict", "ilacs", "", DateOnly.Parse(day))?.Version);
}
