using System.Text.Json;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Facts;
using Inspectorates.Hosting.Imports;
using Inspectorates.Services.Tests.Hosting.Imports;

namespace Inspectorates.Services.Tests.Joint;

public sealed class ShippedJointFactsTests
{
    public static readonly TheoryData<string> Formats = ["jtai-letters", "coded-findings", "d2i-send"];

    private static readonly string[] Lists = ["headline_findings", "strengths", "needs_to_improve", "priority_action"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_tables_shipped_are_what_the_reference_data_gives(string format)
    {
        foreach (var inspectorate in JointRecordsTests.Inspectorates)
        {
            var records = JointRecordsTests.Records(inspectorate, format);
            var (inspections, verdicts) = FactsWriter.Write(records);

            Assert.Equal(records.Length == 0 ? null : inspections, Shipped(inspectorate, format + FactsSet.InspectionsEnd));
            Assert.Equal(records.Length == 0 ? null : verdicts, Shipped(inspectorate, format + FactsSet.VerdictsEnd));
        }
    }

    [Fact]
    public void No_sentence_of_a_letter_or_outcome_is_shipped()
    {
        var shipped = string.Join('\n', JointRecordsTests.Inspectorates.SelectMany(inspectorate =>
            Formats.Select(row => row.Data).SelectMany(format =>
                Shipped(inspectorate, format + FactsSet.InspectionsEnd) + Shipped(inspectorate, format + FactsSet.VerdictsEnd))));

        Assert.NotEqual("", shipped.Trim());
        Assert.All(Sentences(), sentence => Assert.DoesNotContain(sentence, shipped, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Sentences()
    {
        using var content = Given.Shared("joint/jtai_letters.json").Open();
        var letters = JsonDocument.Parse(content).RootElement.EnumerateArray()
            .SelectMany(letter => Lists.Select(letter.GetProperty))
            .SelectMany(list => list.ValueKind == JsonValueKind.String ? [list.GetString()!] : list.EnumerateArray().Select(bullet => bullet.GetString()!));
        CsvColumn outcome = new("inspection_outcome_text");
        var outcomes = CsvTable.Read(Given.Shared("joint/d2i_send_overview.csv"), [outcome]).Select(row => row[outcome]);

        // Thirty characters of running text are no name, date or theme.
        return letters.Concat(outcomes).Where(text => text.Length >= 30).Select(text => text[..30]).Distinct();
    }

    private static string? Shipped(IInspectorate inspectorate, string table)
    {
        using var stream = inspectorate.GetType().Assembly.GetManifestResourceStream("Facts/" + table);
        if (stream is null)
            return null;
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
