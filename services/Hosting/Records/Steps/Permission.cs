using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Steps;

/// <summary>Holds a step against the policy: the record's state, the caller's role, and whether it is for others than its authors.</summary>
internal static class Permission
{
    /// <summary>Lets the step pass.</summary>
    /// <param name="method">Service and method.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="record">What the step is about.</param>
    /// <exception cref="RefusalException">The state, the role or the authorship forbids it.</exception>
    public static void Check(string method, Caller caller, StandingRecord record)
    {
        var rows = Policy.RowsOf(method).ToList();
        var fitting = rows.Where(row => Fits(row, record)).ToList();
        if (fitting.Count == 0)
            throw new RefusalException(
                ErrorReason.StateForbids,
                $"The {record.Noun} is {record.State}{(record.State == "WITHDRAWN" ? ", which is final" : "")}; "
                + $"{method[(method.IndexOf('/', StringComparison.Ordinal) + 1)..]} takes one that is {string.Join(" or ", rows.SelectMany(row => row.States ?? []).Distinct())}.");

        if (fitting.Find(row => row.Roles.Any(role => caller.Roles.Contains(role))) is not { } allowed)
            throw new RefusalException(
                ErrorReason.RoleForbids,
                $"This step on a {record.Noun} that is {record.State}{(record.WasPublic ? " and has been public" : "")} needs one of the roles "
                + $"{string.Join(", ", fitting.SelectMany(row => row.Roles).Distinct())}.");
        if (allowed.OthersOnly && record.Authors().Contains((caller.Issuer, caller.Subject)))
            throw new RefusalException(
                ErrorReason.AuthorForbids, $"This step is for somebody else: you wrote or handed in this {record.Noun}.");
    }

    private static bool Fits(PolicyRow row, StandingRecord record) =>
        row.States?.Contains(record.State) == true
        && (row.IsFact is null || row.IsFact == record.IsFact)
        && (row.WasPublic is null || row.WasPublic == record.WasPublic);
}

/// <summary>A record as a step finds it.</summary>
/// <param name="Noun">What it is called.</param>
/// <param name="State">Its state by the contract's name.</param>
/// <param name="IsFact">Whether it entered as a fact published elsewhere.</param>
/// <param name="WasPublic">Whether the public has seen any of it.</param>
/// <param name="Authors">Looks up who wrote what the step is about: issuer and subject of each.</param>
internal sealed record StandingRecord(string Noun, string State, bool IsFact, bool WasPublic, Func<IReadOnlyList<(string Issuer, string Subject)>> Authors);
