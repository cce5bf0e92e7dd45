using Inspectorates.Reference;
using Inspectorates.Reference.Wording;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>Reads the findings of a letter, section by section.</summary>
internal sealed class LetterBullets(LetterFields fields, List<string> unusual)
{
    private const char Mark = '\u25FC';

    /// <summary>All findings, in the order of the framework's sections.</summary>
    public IReadOnlyList<Bullet> Read(JointFramework framework) =>
        [.. framework.Grades.Where(grade => grade.Section is not null).SelectMany(grade => Section(grade, grade.Section!))];

    private List<Bullet> Section(JointGrade grade, string section)
    {
        var texts = fields.Texts(section).SelectMany(Parted).ToList();
        if (texts.TrueForAll(text => text.Length == 0))
            unusual.Add($"The source's list {section} is empty: whether the letter has none, or reading it failed, is not known.");

        var bullets = new List<Bullet>();
        for (var index = 0; index < texts.Count; index++)
        {
            // A blank one keeps its place, so that the others keep theirs.
            if (texts[index].Length > 0)
                bullets.Add(new Bullet(grade, section, index, Capped(texts[index], section, index)));
        }

        return bullets;
    }

    /// <summary>
    /// One string may hold several findings, each behind a bullet mark. Where words stand before the first mark they say whom
    /// and what all of them are about, so it stays whole.
    /// </summary>
    private static IEnumerable<string> Parted(string text) =>
        text.StartsWith(Mark)
            ? text.Split(Mark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [text];

    private string Capped(string text, string section, int index)
    {
        if (text.Length > WordingCoder.LongestBullet)
            unusual.Add($"{section}[{index}] is {text.Length} characters long: the page runs on into the letter's main text.");
        if (text.Length <= Bullet.LongestText)
            return text;

        unusual.Add($"{section}[{index}] is cut to {Bullet.LongestText} characters.");
        var end = char.IsHighSurrogate(text[Bullet.LongestText - 1]) ? Bullet.LongestText - 1 : Bullet.LongestText;
        return text[..end];
    }
}
