using Inspectorates.Hosting.Imports;

namespace Inspectorates.Services.Tests.Cqc.Imports;

public class LocationAgencyTests
{
    [Theory]
    [InlineData("Village Medical Practice", "Village Medical Practice")]
    [InlineData("Doctors House Surgery", "Doctors House Surgery")]
    [InlineData("Dr A Nobody", "GP practice 1-100001")]
    [InlineData("Dr. Nobody & Partners", "GP practice 1-100001")]
    [InlineData("The Practice of Mrs Nobody", "GP practice 1-100001")]
    [InlineData("", "GP practice 1-100001")]
    public void A_location_named_after_its_practitioner_is_called_by_its_kind_and_id(string name, string printed)
    {
        var line = Given.Rated("1-100001", "mothers", "Good", more: $$"""{"name": "{{name}}", "type": "Primary Medical Services"}""");

        var read = Assert.IsType<FactsRecord>(Given.Read(line).Single());

        Assert.Equal((printed, printed), (read.Label, read.Records[0].Verdicts[0].Verdict.Subject.Agency.Name));
    }
}
