using Inspectorates.HmiProbation.Frameworks;
using Inspectorates.Hosting.Imports;

namespace Inspectorates.HmiProbation.Imports;

/// <summary>What a cell for a rating says: a rating, none with the reason, or nothing that can be understood.</summary>
/// <param name="Code">The rating's code. Empty: none.</param>
/// <param name="NotJudged">Why there is none. Empty: there is one, or the cell is not understood.</param>
/// <param name="Fault">Why the cell is not understood. Empty: it is.</param>
internal sealed record RatingCell(string Code, string NotJudged, string Fault)
{
    /// <summary>Reads a cell.</summary>
    /// <param name="cell">Its text. Whatever it begins with, it is data: a formula is never evaluated.</param>
    public static RatingCell Read(string cell)
    {
        var words = Words.Key(cell);
        if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@')
            return NotUnderstood(cell);
        if (Ratings.All.FirstOrDefault(grade => Words.Key(grade.Label) == words) is { } rating)
            return new RatingCell(rating.Code, "", "");
        if (words is "" or "nan" or "none" or "unknown")
            return new RatingCell("", "the source gives no rating", "");
        return IsFootnote(cell, words)
            ? new RatingCell("", "the source has the text of a footnote where the rating belongs", "")
            : NotUnderstood(cell);
    }

    /// <summary>A scraper took the line after a table for its last cell: a footnote's number, then a sentence.</summary>
    private static bool IsFootnote(string cell, string words) => char.IsAsciiDigit(cell[0]) && words.Count(sign => sign == ' ') >= 4;

    private static RatingCell NotUnderstood(string cell) => new(
        "", "", $"\"{cell}\" is no rating; right are Outstanding, Good, Requires improvement and Inadequate");
}
