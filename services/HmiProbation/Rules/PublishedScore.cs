using System.Globalization;
using System.Text.RegularExpressions;

namespace Inspectorates.HmiProbation.Rules;

/// <summary>A published score, kept with its inspection as a note that people and the check read alike.</summary>
internal static partial class PublishedScore
{
    /// <summary>The note.</summary>
    /// <param name="percent">Percent of the full score, 0 to 100.</param>
    public static string ToNote(decimal percent) => string.Create(CultureInfo.InvariantCulture, $"published score: {percent} %");

    /// <summary>The score in percent; null where no note has one.</summary>
    public static decimal? Find(IEnumerable<string> notes) =>
        notes.Select(note => Note().Match(note)).FirstOrDefault(match => match.Success) is { } match
            ? decimal.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^published score: ([0-9]{1,3}(?:\.[0-9]{1,4})?) %$", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
