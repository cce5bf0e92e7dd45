using Inspectorates.Hosting.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>The days on which a new revision counts, for the public and for staff. The older ones end where it begins.</summary>
internal sealed record Visibility(string? PublicFrom, string? PublicUntil, string StaffFrom)
{
    public static Visibility Of(DateOnly counts, DateOnly today, bool isPublic) => isPublic
        ? new Visibility(counts.Iso(), Days.Open, counts.Iso())
        : new Visibility(null, null, today.Iso());

    public void EndOlder(SqliteConnection connection, string table, string name)
    {
        // Dates are text that sorts; a revision that ends no later than it begins counts on no day.
        connection.Run(
            $"UPDATE {table} SET staff_until = MIN(staff_until, $from) WHERE name = $name", ("$from", StaffFrom), ("$name", name));
        if (PublicFrom is not null)
            connection.Run(
                $"UPDATE {table} SET public_until = MIN(public_until, $from) WHERE name = $name AND public_from IS NOT NULL",
                ("$from", PublicFrom), ("$name", name));
    }
}
