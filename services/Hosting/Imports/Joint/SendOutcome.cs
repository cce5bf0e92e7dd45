using System.Globalization;
using Inspectorates.Reference;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>
/// Finds which of a framework's outcomes a row tells of: by the scraper's own number, 1 best, and by the published words. The
/// words are the inspectorates'; where both are there and differ, they stand.
/// </summary>
internal sealed class SendOutcome(JointFramework framework)
{
    private readonly List<JointGrade> _outcomes = [.. framework.Grades.Where(grade => grade.Kind == "outcome")];

    /// <summary>The outcome, or why there is none; neither where a fault was noted.</summary>
    public (JointGrade? Grade, string NotJudgedReason) Read(SourceCell number, SourceCell text, RowNotes notes)
    {
        var byWords = ByWords(text.Text);
        if (number.Text.Length == 0)
        {
            if (byWords is null)
                return (null, "The source gives no outcome, in number or in words.");
            notes.Remark(number.Column, $"empty; taken from {text.Column}: {byWords.Label}");
            return (byWords, "");
        }

        if (!decimal.TryParse(number.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var place)
            || place != decimal.Truncate(place) || place < 1 || place > _outcomes.Count)
        {
            notes.Fault(number.Column, $"\"{number.Text}\" is not an outcome: 1 (best) to {_outcomes.Count}, or empty, would be right");
            return (null, "");
        }

        var byNumber = _outcomes[(int)place - 1];
        if (byWords is null || byWords == byNumber)
            return (byNumber, "");
        notes.Remark(number.Column, $"\"{number.Text}\" is \"{byNumber.Label}\", and {text.Column} says \"{byWords.Label}\": the published words stand");
        return (byWords, "");
    }

    /// <summary>The one outcome whose words the text holds; null where it holds none, or more than one.</summary>
    private JointGrade? ByWords(string text)
    {
        var words = Words.Key(text);
        var held = _outcomes.FindAll(outcome => words.Contains(Words.Key(outcome.Label), StringComparison.Ordinal));
        return held is [var only] ? only : null;
    }
}
