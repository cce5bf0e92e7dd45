using System.Globalization;
using System.Text.RegularExpressions;

namespace Inspectorates.Cqc.Rules;

/// <summary>
/// What a rating under the single assessment framework was counted from. It travels as the verdict's text, in one form that
/// people read and <see cref="TryRead"/> understands: <c>Score 65.6% of the maximum; quality statements 3, 2, 3; breach of
/// regulations.</c>
/// </summary>
/// <param name="Percent">Score in percent of the maximum, above 0 up to 100.</param>
/// <param name="Statements">Scores of the quality statements, 1 to 4 each. Empty: not known.</param>
/// <param name="Breach">Whether a breach of regulations was found.</param>
internal sealed partial record KeyQuestionScore(decimal Percent, IReadOnlyList<int> Statements, bool Breach = false)
{
    /// <summary>The text.</summary>
    public override string ToString()
    {
        var statements = Statements.Count == 0 ? "" : "; quality statements " + string.Join(", ", Statements);
        return string.Create(CultureInfo.InvariantCulture, $"Score {Percent}% of the maximum{statements}{(Breach ? "; breach of regulations" : "")}.");
    }

    /// <summary>Reads the text of a verdict.</summary>
    /// <returns>Null where it is not of this form: the verdict then carries no score.</returns>
    public static KeyQuestionScore? TryRead(string text)
    {
        var match = Form().Match(text);
        if (!match.Success || !decimal.TryParse(match.Groups["percent"].ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture, out var percent)
            || percent is <= 0 or > 100)
            return null;
        var statements = match.Groups["statement"].Captures.Select(capture => int.Parse(capture.ValueSpan, CultureInfo.InvariantCulture));
        return new KeyQuestionScore(percent, [.. statements], match.Groups["breach"].Success);
    }

    [GeneratedRegex(@"^Score (?<percent>[0-9]{1,3}(\.[0-9]{1,20})?)% of the maximum(; quality statements (?<statement>[1-4])(, (?<statement>[1-4]))*)?(?<breach>; breach of regulations)?\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
