using System.Globalization;

namespace Inspectorates.Hosting.Records;

/// <summary>What a caller sent, short and harmless enough to be said back.</summary>
internal static class Shown
{
    // The longest resource name fits.
    private const int Longest = 80;

    public static string Of(string value)
    {
        var plain = new string([.. value.Take(Longest).Select(character => IsHarmful(character) ? '?' : character)]);
        return value.Length <= Longest ? plain : plain + "...";
    }

    private static bool IsHarmful(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
