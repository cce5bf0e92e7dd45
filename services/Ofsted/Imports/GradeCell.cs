using Inspectorates.Hosting.Imports;

namespace Inspectorates.Ofsted.Imports;

/// <summary>What a cell for a grade says: a grade, no grade with the reason, or nothing that can be understood.</summary>
/// <param name="Code">The grade's code in ILACS. Empty: none.</param>
/// <param name="NotJudged">Why there is no grade. Empty: there is one, or the cell is not understood.</param>
/// <param name="Fault">Why the cell is not understood. Empty: it is.</param>
internal sealed record GradeCell(string Code, string NotJudged, string Fault)
{
    public const string BeforeJudgement =
        "the judgement did not exist before January 2023: that on children in care covered care leavers";

    public const string AfterOverall = "the judgement was removed in April 2026";

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["outstanding"] = "outstanding",
        ["good"] = "good",
        ["requires improvement to be good"] = "requires-improvement-to-be-good",
        ["requires improvement"] = "requires-improvement-to-be-good",
        ["inadequate"] = "inadequate",
    };

    // Wordings that say there is no grade; a scraper writes nan for a cell it found nothing for.
    private static readonly string[] None = ["", "nan", "none", "n a", "not applicable", "null"];
    private static readonly string[] Worded = ["not judged", "no judgement", "not inspected", "not graded"];

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">Its text. Whatever it begins with, it is data: a formula is never evaluated.</param>
    public static GradeCell Read(string cell)
    {
        var words = Words.Key(cell);
        if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@')
            return NotUnderstood(cell);
        if (Codes.TryGetValue(words, out var code))
            return new GradeCell(code, "", "");
        if (words == "inspection pre dates judgement")
            return new GradeCell("", BeforeJudgement, "");
        if (Worded.Contains(words))
            return new GradeCell("", $"the source says: {words}", "");
        return None.Contains(words) ? new GradeCell("", "the source gives no grade", "") : NotUnderstood(cell);
    }

    private static GradeCell NotUnderstood(string cell) => new(
        "", "", $"\"{cell}\" is no grade; right are Outstanding, Good, Requires improvement to be good and Inadequate");
}
