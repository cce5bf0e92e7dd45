using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Inspectorates.Reference;

/// <summary>Brings spellings of one name together without ever bringing two names together.</summary>
internal static class Names
{
    private static readonly string[] Before =
    [
        "the ", "council of the ", "london borough of ", "royal borough of ", "metropolitan borough of ",
        "borough of ", "city of ", "county of ",
    ];

    private static readonly string[] After =
    [
        " metropolitan district council", " metropolitan borough council", " county borough council",
        " metropolitan district", " metropolitan borough", " london borough", " unitary authority", " local authority",
        " borough council", " county council", " city council", " district council", " corporation", " council",
        " city of", " county of", " mbc", " mdc", " borough", " county", " city",
    ];

    private static readonly string[] AfterService =
    [
        " ji", " joint inspection", " combined", " youth justice services", " youth justice service", " youth justice",
        " youth justice and support service", " youth offending services", " youth offending service",
        " youth offending team", " youth offending partnership", " yjss", " yjs", " yos", " yot",
    ];

    // Letters with diacritics of English, Welsh and their neighbours, each group under its plain letter. The programs run
    // with InvariantGlobalization, where string.Normalize leaves letters outside ASCII as they are.
    private static readonly FrozenDictionary<char, char> Plain =
        new[] { "aàáâãäå", "cç", "eèéêë", "iìíîï", "nñ", "oòóôõö", "uùúûü", "wŵẁẃẅ", "yŷỳýÿ" }
            .SelectMany(group => group.Skip(1).Select(sign => (sign, plain: group[0])))
            .ToFrozenDictionary(pair => pair.sign, pair => pair.plain);

    /// <summary>
    /// The name in lower case without diacritics, punctuation and doubled spaces, <c>&amp;</c> as <c>and</c>.
    /// </summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var sign in name)
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(sign))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                    break;
                // An apostrophe joins what it parts (King's -> kings); every other sign parts words.
                case UnicodeCategory.OtherPunctuation when sign == '\'':
                case UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation:
                    break;
                case UnicodeCategory.OtherPunctuation when sign == '&':
                    folded.Append(" and ");
                    break;
                case var kind when kind <= UnicodeCategory.OtherLetter || kind == UnicodeCategory.DecimalDigitNumber:
                    var lower = char.ToLowerInvariant(sign);
                    folded.Append(Plain.GetValueOrDefault(lower, lower));
                    break;
                default:
                    folded.Append(' ');
                    break;
            }
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// The folded name, then the same with ever more of what councils put around it taken off
    /// (<c>City of York Council</c>: also <c>city of york</c>, <c>york</c>), most literal first.
    /// </summary>
    public static IEnumerable<string> OfCouncil(string name) => Forms(Fold(name), Before, After);

    /// <summary>The same for a youth justice service (<c>Suffolk - JI</c>: also <c>suffolk</c>).</summary>
    public static IEnumerable<string> OfService(string name) => Forms(Fold(name), ["the "], AfterService);

    /// <summary>The folded name with hyphens for spaces: <c>west-mercia</c>.</summary>
    public static string Slug(string name) => Fold(name).Replace(' ', '-');

    private static IEnumerable<string> Forms(string folded, string[] before, string[] after)
    {
        for (var form = folded; form is not null; form = Shorter(form, before, after))
            yield return form;
    }

    private static string? Shorter(string form, string[] before, string[] after)
    {
        foreach (var tail in after)
            if (form.Length > tail.Length && form.EndsWith(tail, StringComparison.Ordinal))
                return form[..^tail.Length];
        foreach (var head in before)
            if (form.Length > head.Length && form.StartsWith(head, StringComparison.Ordinal))
                return form[head.Length..];
        return null;
    }
}
