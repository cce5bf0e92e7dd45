namespace Inspectorates.Hosting.Store;

/// <summary>The days on which a new revision counts when the past is read. The older ones end where it begins.</summary>
/// <param name="From">The first day.</param>
internal sealed record Span(string From)
{
    /// <summary>Ends older revisions; one that ends no later than it begins counts on no day.</summary>
    public void EndOlder(WriteSession session, string table, string until, string name) => session.Run(
        // Days are text that sorts.
        $"UPDATE {table} SET {until} = CASE WHEN {until} > @from THEN @from ELSE {until} END WHERE name = @name AND {until} IS NOT NULL",
        ("@from", From), ("@name", name));
}
