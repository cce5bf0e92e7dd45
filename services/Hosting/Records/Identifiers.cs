using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Inspectorates.Hosting.Records;

/// <summary>
/// Finds in a text what may identify a person: NHS numbers, unique pupil numbers, National Insurance numbers, full postcodes,
/// telephone numbers and e-mail addresses. It says the kind and never the find.
/// </summary>
/// <remarks>
/// It finds what is written as such, also with digits of another script or invisible characters in between. Names of people it
/// cannot tell from names of places, and does not try to.
/// </remarks>
internal static partial class Identifiers
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions AnyCase = Options | RegexOptions.IgnoreCase;

    // Nothing that continues a word or number, such as the codes 1-1015412687 and E10000020 or the decimal 0.0962962962.
    private const string Begins = @"(?<![\p{L}\p{Nd}]|\p{Nd}[-./])";
    private const string Ends = @"(?![\p{L}\p{Nd}])";

    private const string PostcodeAreas =
        "A[BL]|B[ABDHLNRSTX]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?"
        + "|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE";

    /// <summary>The kinds found, as <c>a postcode</c> or <c>an e-mail address</c>, each once.</summary>
    public static IReadOnlyList<string> KindsIn(string text)
    {
        if (!MayHoldAny(text))
            return [];
        var plain = Plain(text);
        var kinds = new List<string>();
        if (NhsNumber().Matches(plain).Any(found => IsNhsNumber(Digits(found.Value))))
            kinds.Add("an NHS number");
        if (PupilNumber().IsMatch(plain))
            kinds.Add("a unique pupil number");
        if (InsuranceNumber().IsMatch(plain))
            kinds.Add("a National Insurance number");
        if (Postcode().Matches(plain).Any(found => !EndsAsOrdinal(found.Value)))
            kinds.Add("a postcode");
        if (Telephone().Matches(plain).Any(found => IsTelephone(found.Value)))
            kinds.Add("a telephone number");
        if (plain.Contains('@', StringComparison.Ordinal) && Email().IsMatch(plain))
            kinds.Add("an e-mail address");
        return kinds;
    }

    // Every kind has a digit or an at sign, which most texts have not.
    private static bool MayHoldAny(string text) =>
        text.Any(character => character == '@' || char.IsNumber(character) || character > '\u2000');

    // Digits and letters of other widths and scripts as plain ones, every dash a hyphen, every space a space, nothing invisible.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark:
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    plain.Append((int)Rune.GetNumericValue(rune));
                    break;
                case UnicodeCategory.DashPunctuation:
                    plain.Append('-');
                    break;
                case UnicodeCategory.SpaceSeparator:
                    plain.Append(' ');
                    break;
                default:
                    plain.Append(rune);
                    break;
            }

        return plain.ToString();
    }

    private static int[] Digits(string found) => [.. found.Where(char.IsAsciiDigit).Select(digit => digit - '0')];

    // The tenth digit checks the other nine, modulo 11.
    private static bool IsNhsNumber(int[] digits)
    {
        var sum = digits.Take(9).Select((digit, place) => digit * (10 - place)).Sum();
        return digits.Distinct().Count() > 1 && (11 - (sum % 11)) % 11 == digits[9];
    }

    // "s47 1st" and "Q1 2nd" are written like postcodes in lower case.
    private static bool EndsAsOrdinal(string found) => found[^2..] is "st" or "nd" or "rd" or "th";

    // Ten or eleven digits with the leading 0; nine or ten after 44, where a 0 may stand in brackets.
    private static bool IsTelephone(string found)
    {
        var digits = string.Concat(found.Where(char.IsAsciiDigit));
        if (found[0] == '+' || digits.StartsWith("00", StringComparison.Ordinal))
            return digits.TrimStart('0').Length is >= 10 and <= 15;
        return digits.Length is 10 or 11;
    }

    [GeneratedRegex(Begins + @"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}" + Ends, Options)]
    private static partial Regex NhsNumber();

    // The first letter checks the digits and leaves out I, O and S; a temporary one ends with a letter.
    [GeneratedRegex(Begins + @"[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]" + Ends, AnyCase)]
    private static partial Regex PupilNumber();

    [GeneratedRegex(
        Begins + @"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[A-D]" + Ends, AnyCase)]
    private static partial Regex InsuranceNumber();

    [GeneratedRegex(Begins + "((" + PostcodeAreas + @")[0-9][0-9A-Z]? ?[0-9][ABD-HJLNP-UW-Z]{2}|GIR ?0AA)" + Ends, AnyCase)]
    private static partial Regex Postcode();

    // National: the first group has three digits or more, which no day or month has. International: any country.
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}+]|\p{Nd}[-./])(\(?0[1-9][0-9]{1,4}\)?[ -]?[0-9]([ -]?[0-9]){4,7}|(\+|00)[1-9][0-9]{0,2}[ -]?(\(0\)[ -]?)?\(?[0-9]\)?([ -]?\(?[0-9]\)?){6,12})"
        + Ends, Options)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"[\p{L}\p{Nd}._%+'-]{1,64}@[\p{L}\p{Nd}-]{1,63}(\.[\p{L}\p{Nd}-]{1,63})+", Options)]
    private static partial Regex Email();
}
