using Inspectorates.Hosting.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>The order in which things became visible.</summary>
internal static class ChangeTable
{
    public static void Append(SqliteConnection connection, long seq, bool isPublic) => connection.Run(
        """
        INSERT INTO change (seq, public_position)
        VALUES ($seq, CASE WHEN $public THEN (SELECT COALESCE(MAX(public_position), 0) + 1 FROM change) END)
        """,
        ("$seq", seq), ("$public", isPublic));
}
