using System.Text;

namespace Inspectorates.Hosting.Imports;

/// <summary>Compares wordings as a reader would: the same words are the same, however they are typed.</summary>
public static class Words
{
    /// <summary>
    /// The words of a text in lower case with one space between: <c>&amp;</c> is <c>and</c>, <c>%</c> is <c>percent</c>,
    /// apostrophes (straight or curly) vanish, every other sign separates words. Empty where the text has no words.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                key.Append(Rune.ToLowerInvariant(rune));
            else if (rune.Value == '&')
                key.Append(" and ");
            else if (rune.Value == '%')
                key.Append(" percent ");
            else if (rune.Value is not ('\'' or '\u2018' or '\u2019' or '`' or '\u00b4'))
                key.Append(' ');
        }

        return string.Join(' ', key.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
