using System.Globalization;
using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

/// <summary>
/// The pairs of statements judged by reading must come out of the rule of differences with the kind the reader gave
/// them, under our aspects and agency kinds: a synonym too many or too few would change a kind.
/// </summary>
public sealed class CodedPairsTests
{
    private const int Window = 365;

    [Fact]
    public void Every_pair_comes_out_as_read_but_one_whose_standings_agree()
    {
        var statements = SharedTable.Read("joint/coded-findings.csv").ToDictionary(row => row["id"]);

        var otherwise = SharedTable.Read("joint/coded-pairs.csv")
            .Select(pair => (
                Rows: $"{pair["row_a"]}/{pair["row_b"]}",
                Read: pair["kind"],
                Ruled: Kind(statements[pair["row_a"]], statements[pair["row_b"]])))
            .Where(pair => pair.Read != pair.Ruled);

        Assert.Equal([("285/286", "divergence-different-aspect", "agreement")], otherwise);
    }

    [Fact]
    public void Contradictions_are_about_one_aspect_and_divergences_by_aspect_about_two()
    {
        var statements = SharedTable.Read("joint/coded-findings.csv").ToDictionary(row => row["id"]);

        Assert.All(SharedTable.Read("joint/coded-pairs.csv"), pair =>
        {
            var same = SameAspect(statements[pair["row_a"]], statements[pair["row_b"]]);
            if (pair["kind"] is "contradiction" or "over-time")
                Assert.True(same, $"{pair["row_a"]}/{pair["row_b"]}");
            if (pair["kind"] is "divergence-different-aspect")
                Assert.False(same, $"{pair["row_a"]}/{pair["row_b"]}");
        });
    }

    // The rule of differences in its order, as far as coded statements reach it.
    private static string Kind(Table.Row a, Table.Row b)
    {
        if (Inspection(a) == Inspection(b) || IsGood(a) == IsGood(b))
            return "agreement";
        if (a["process"] != b["process"])
            return "none";
        if (Subject(a) is { IsAgency: true } one && Subject(b) is { IsAgency: true } other && !AgencyKinds.MayBeSame(one.Code, other.Code))
            return "divergence-different-agency";
        if (!SameAspect(a, b))
            return "divergence-different-aspect";
        return Authors(a) == Authors(b) || Gap(a, b) > Window ? "over-time" : "contradiction";
    }

    private static bool SameAspect(Table.Row a, Table.Row b) =>
        Aspects.Canonical(a["aspect"]) == Aspects.Canonical(b["aspect"]);

    private static bool IsGood(Table.Row row) => row["standing"] switch
    {
        "exceeds" or "meets" => true,
        "falls-short" or "fails" => false,
        var standing => throw row.Fault("standing", standing),
    };

    private static AgencyKind Subject(Table.Row row) =>
        AgencyKinds.FromSubjectWord(row["subject"]) ?? throw row.Fault("subject", row["subject"]);

    private static string Authors(Table.Row row) => row["joint"] == "yes" ? "joint " + row["framework"] : row["inspectorate"];

    private static string Inspection(Table.Row row) => $"{row["dfe_la_code"]} {row["framework"]} {row["fieldwork_start"]}";

    private static int Gap(Table.Row a, Table.Row b) => Math.Max(
        Day(b, "fieldwork_start").DayNumber - Day(a, "fieldwork_end").DayNumber,
        Day(a, "fieldwork_start").DayNumber - Day(b, "fieldwork_end").DayNumber);

    private static DateOnly Day(Table.Row row, string column) =>
        DateOnly.ParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
