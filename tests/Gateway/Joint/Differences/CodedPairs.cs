using System.Globalization;
using Inspectorates.Gateway.Joint;
using Inspectorates.Reference;
using Inspectorates.V1;
using Microsoft.VisualBasic.FileIO;
using Agency = Inspectorates.V1.Agency;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>Findings of published reports coded by reading, as verdicts, and the pairs of them as they were judged by reading.</summary>
internal static class CodedPairs
{
    public sealed record Pair(string RowA, string RowB, string Kind, int GapDays, string Area);

    public static IReadOnlyList<Pair> Read() =>
    [
        .. Rows("coded-pairs.csv").Select(row => new Pair(
            row["row_a"], row["row_b"], row["kind"], int.Parse(row["gap_days"], CultureInfo.InvariantCulture), row["area_name"])),
    ];

    /// <summary>The findings as their keepers would answer them, one answer each.</summary>
    public static IReadOnlyList<SourceAnswer> Answers(bool membersKnown) =>
    [
        .. Rows("coded-findings.csv")
            .Select(row => Finding(row, membersKnown))
            .GroupBy(verdict => verdict.Inspectorate)
            .Select(kept => Make.Answer(kept.Key, [.. kept])),
    ];

    public static string Name(string inspectorate, string row) => $"inspectorates/{inspectorate}/verdicts/{row}";

    private static Verdict Finding(Dictionary<string, string> row, bool membersKnown)
    {
        var standing = Enum.Parse<Grade.Types.Standing>(row["standing"].Replace("-", ""), ignoreCase: true);
        var joint = row["joint"] == "yes";
        return new Verdict
        {
            Name = Name(row["inspectorate"], row["id"]),
            Inspectorate = row["inspectorate"],
            Authors = { joint ? membersKnown ? JointFrameworks.All.Single(framework => framework.Code == row["framework"]).Members : [] : [row["inspectorate"]] },
            InspectionKey = $"{row["framework"]}/{row["dfe_la_code"]}/{row["fieldwork_start"]}",
            Framework = row["framework"],
            Process = row["process"],
            Aspect = row["aspect"],
            Subject = About(row["subject"]),
            Footprint = new Footprint { Areas = { row["dfe_la_code"] } },
            Grade = new Grade { Code = row["grade"], Label = row["grade"], Standing = standing },
            Standing = standing,
            Fieldwork = new DateRange { Start = row["fieldwork_start"], End = row["fieldwork_end"] },
            PublishedOn = row["published"],
            State = Verdict.Types.State.Published,
            Coding = Verdict.Types.Coding.ByReading,
            Revision = 1,
        };
    }

    private static Subject About(string word)
    {
        var kind = AgencyKinds.FromSubjectWord(word) ?? throw new InvalidDataException($"\"{word}\" is no subject.");
        return kind.IsAgency ? Make.About(new Agency { Kind = kind.Code }) : Make.Partnership;
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        using var reader = new TextFieldParser(SharedData.File("joint", file)) { Delimiters = [","] };
        var header = reader.ReadFields()!;
        while (reader.ReadFields() is { } fields)
            yield return header.Zip(fields).ToDictionary(field => field.First, field => field.Second);
    }
}
