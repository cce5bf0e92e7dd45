using System.Text.RegularExpressions;
using Inspectorates.Hosting.Records;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Evidencing;

/// <summary>
/// The form of a reference to evidence: one word as a case system mints it. Names have no digits, and what else identifies a
/// person is looked for as in any text, also where it is run together with letters.
/// </summary>
internal static partial class References
{
    private const int Longest = 64;

    public static void Check(Faults faults, string field, string reference)
    {
        if (reference.Length == 0)
            return;
        faults.Text(field, reference, Longest);
        if (faults.Found.Any(fault => fault.Field == field))
            return;
        if (!IsId(reference) && (Identifiers.KindsIn(reference) is { Count: > 0 } || Identifiers.KindsIn(Apart(reference)) is { Count: > 0 }))
            faults.Add(ErrorReason.TextIdentifies, field, $"{field} holds what looks like a number or code that identifies a person. A reference is minted by the case system and means nothing elsewhere.");
        else if (!Word().IsMatch(reference))
            faults.Add(ErrorReason.FieldMalformed, field, $"{field} is no reference: it is one word of letters, digits and the signs - _ . / : with at least one digit, such as 7f3a-0192.");
    }

    // Twelve random hexadecimal digits may read as any number: an id of this form is minted, never copied.
    private static bool IsId(string reference) => Guid.TryParseExact(reference, "D", out _) || Guid.TryParseExact(reference, "N", out _);

    // "case9434765919b" holds the number as much as "case 9434765919 b" does.
    private static string Apart(string reference) => Joined().Replace(reference.Replace('_', ' ').Replace('/', ' ').Replace(':', ' '), " ");

    [GeneratedRegex(@"^(?=[^0-9]*[0-9])[A-Za-z0-9]([A-Za-z0-9_./:-]*[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[A-Za-z]{2})-?(?=[0-9]{9})|(?<=[0-9]{9})(?=[A-Za-z]{2})|(?<=[0-9]{10})(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9]{10}(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex Joined();
}
