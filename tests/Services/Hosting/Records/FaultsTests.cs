using Inspectorates.Hosting.Records;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Hosting.Records;

public sealed class FaultsTests
{
    [Fact]
    public void A_text_that_may_identify_a_person_is_refused_by_field_and_kind_and_never_repeated()
    {
        var faults = new Faults();

        faults.Text("verdict.text", "The child with 943 476 5919 was seen.", 4000, lines: true);

        var fault = Assert.Single(faults.Found);
        Assert.Equal((ErrorReason.TextIdentifies, "verdict.text"), (fault.Reason, fault.Field));
        Assert.Contains("an NHS number", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("943", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_its_source_published_is_taken_as_it_is_and_what_stands_beside_it_is_not()
    {
        var faults = new Faults();
        faults.Published("verdicts[1]");

        faults.Text("verdicts[1].text", "Write to NR1 1AA.", 4000);
        faults.Text("verdicts[1].evidence[0].reference", "NR1 1AA", 64);
        faults.Text("verdicts[10].text", "Write to NR1 1AA.", 4000);
        faults.Text("reason", "Write to NR1 1AA.", 1000);

        Assert.Equal(["verdicts[10].text", "reason"], faults.Found.Select(fault => fault.Field));
    }

    [Theory]
    [InlineData("Nor\u202Efolk", true, false)]
    [InlineData("Nor\u2066folk", true, false)]
    [InlineData("Nor\u200Bfolk", true, true)]
    [InlineData("Nor\uFEFFfolk", true, true)]
    [InlineData("Nor\u2028folk", true, true)]
    [InlineData("Nor\U000E0041folk", true, true)]
    [InlineData("Siân, Zoë’s – naïve", false, false)]
    public void Characters_that_are_not_seen_are_refused_in_names_and_those_that_turn_writing_everywhere(string text, bool refused, bool prose)
    {
        Assert.Equal(refused, Refused(lines: false));
        Assert.Equal(refused && !prose, Refused(lines: true));

        bool Refused(bool lines)
        {
            var faults = new Faults();
            faults.Text("name", text, 100, lines);
            return faults.Found.Any(fault => fault.Reason == ErrorReason.FieldMalformed);
        }
    }
}
