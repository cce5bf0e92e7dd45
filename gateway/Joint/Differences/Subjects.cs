using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>Whom verdicts are about.</summary>
internal static class Subjects
{
    public static bool IsAgency(Verdict verdict) =>
        verdict.Subject?.Kind is Subject.Types.Kind.Agency && verdict.Subject.Agency is not null;

    /// <summary>Whether they are about two different agencies. The partnership is not an agency.</summary>
    public static bool AreDifferentAgencies(Verdict one, Verdict other, Func<string, string, bool> kindsMayBeSame) =>
        IsAgency(one) && IsAgency(other) && !MayBeSame(one.Subject.Agency, other.Subject.Agency, kindsMayBeSame);

    /// <summary>Whether both are about the partnership, or about what may be one agency.</summary>
    public static bool AreSame(Verdict one, Verdict other, Func<string, string, bool> kindsMayBeSame) =>
        IsAgency(one) == IsAgency(other) && !AreDifferentAgencies(one, other, kindsMayBeSame);

    /// <summary>
    /// Whether two agencies may be the same: a kind alone stands for any body of it. Bodies are told apart by their
    /// codes, and by their names only where one has no code.
    /// </summary>
    public static bool MayBeSame(Agency one, Agency other, Func<string, string, bool> kindsMayBeSame)
    {
        if (!kindsMayBeSame(one.Kind, other.Kind)) return false;
        if (one.Code.Length > 0 && other.Code.Length > 0) return one.Kind == other.Kind && one.Code == other.Code;
        if (one.Name.Length > 0 && other.Name.Length > 0)
            return string.Equals(one.Name.Trim(), other.Name.Trim(), StringComparison.OrdinalIgnoreCase);
        return true;
    }

    /// <summary>What tells the subject apart from every other, for grouping.</summary>
    public static string Key(Verdict verdict)
    {
        if (!IsAgency(verdict)) return "";
        var agency = verdict.Subject.Agency;
        return $"{agency.Kind}|{(agency.Code.Length > 0 ? agency.Code : agency.Name.Trim().ToUpperInvariant())}";
    }
}
