namespace Inspectorates.Conformance.Verification;

/// <summary>Ways of making a store look as if it had been otherwise.</summary>
internal static class Histories
{
    private static readonly string[] Prefixes = ["", "public_"];

    /// <summary>Takes away every entry after one with all that was made from it, checkpoints included.</summary>
    public static void CutAfter(StoreCopy copy, long kept)
    {
        foreach (var kind in new[] { "verdict", "inspection" })
        {
            foreach (var table in new[] { $"{kind}_revision", $"public_{kind}" }.Where(copy.Has))
            {
                copy.Run($"DELETE FROM {table} WHERE seq > @0", kept);
                var areas = table.Replace("_revision", "", StringComparison.Ordinal) + "_area";
                copy.Run($"DELETE FROM {areas} WHERE NOT EXISTS (SELECT 1 FROM {table} t WHERE t.name = {areas}.name AND t.revision = {areas}.revision)");
            }

            BeginNext(copy, $"{kind}_revision", "staff_from", "staff_until");
            BeginNext(copy, $"{kind}_revision", "public_from", "public_until");
            if (copy.Has($"public_{kind}"))
                BeginNext(copy, $"public_{kind}", "counts_from", "counts_until");
        }

        if (copy.Has("public_position"))
            copy.Run("DELETE FROM public_position WHERE seq > @0", kept);
        foreach (var prefix in Prefixes.Where(prefix => copy.Has(prefix + "further_record")))
        {
            copy.Run($"DELETE FROM {prefix}further_record WHERE seq > @0", kept);
            copy.Run($"DELETE FROM {prefix}further_key WHERE NOT EXISTS (SELECT 1 FROM {prefix}further_record r WHERE r.name = {prefix}further_key.name AND r.revision = {prefix}further_key.revision)");
        }

        if (copy.Has("outbox"))
        {
            copy.Run("DELETE FROM outbox WHERE seq > @0", kept);
            copy.Run("UPDATE outbox SET delivered_seq = NULL WHERE delivered_seq > @0", kept);
        }

        copy.Run("DELETE FROM change WHERE seq > @0", kept);
        copy.Run("DELETE FROM entry WHERE seq > @0", kept);
        copy.Run("DELETE FROM import_record WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.kind = 'import' AND e.name = source_key)");
        copy.Run("UPDATE import_record SET body = (SELECT body FROM entry e WHERE e.kind = 'import' AND e.name = source_key ORDER BY seq DESC LIMIT 1)");
        copy.Run("DELETE FROM import_verdict WHERE NOT EXISTS (SELECT 1 FROM verdict_revision v WHERE v.name = verdict)");
        if (copy.Has("schedule"))
            copy.Run("DELETE FROM schedule WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.name = schedule.name)");
        ForgetCheckpoints(copy, kept);
    }

    /// <summary>Takes away the checkpoints over more than some entries, and the nodes over later ones.</summary>
    public static void ForgetCheckpoints(StoreCopy copy, long kept)
    {
        if (!copy.Has("checkpoint"))
            return;
        copy.Run("DELETE FROM checkpoint WHERE size > @0", kept);
        copy.Run("DELETE FROM tree_node WHERE (position + 1) << level > @0", kept);
    }

    private static void BeginNext(StoreCopy copy, string table, string from, string until) => copy.Run(
        $"""
        UPDATE {table} SET {until} = COALESCE((
          SELECT MIN(n.{from}) FROM {table} n WHERE n.name = {table}.name AND n.revision > {table}.revision), '9999-12-31')
        WHERE {from} IS NOT NULL
        """);
}
