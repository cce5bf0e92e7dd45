using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>The words of verdicts, which are not among the facts compared and are never lost by a source that has none.</summary>
internal static class Texts
{
    /// <summary>What stands, with words from the offered record where it has none.</summary>
    public static ImportedRecord Completed(ImportedRecord stored, ImportedRecord offered, out bool added)
    {
        var texts = offered.Verdicts.ToDictionary(verdict => verdict.Key, verdict => verdict.Verdict.Text);
        var completed = stored.Clone();
        added = false;
        foreach (var verdict in completed.Verdicts)
        {
            if (verdict.Verdict.Text.Length > 0 || texts.GetValueOrDefault(verdict.Key, "") is not { Length: > 0 } text)
                continue;
            verdict.Verdict.Text = text;
            added = true;
        }

        return completed;
    }

    /// <summary>What is offered, with the standing words of verdicts that say the same and come without any.</summary>
    public static ImportedRecord Kept(ImportedRecord stored, ImportedRecord offered)
    {
        var standing = stored.Verdicts.ToDictionary(verdict => verdict.Key, verdict => verdict.Verdict);
        var kept = offered.Clone();
        foreach (var verdict in kept.Verdicts)
            if (verdict.Verdict.Text.Length == 0 && standing.TryGetValue(verdict.Key, out var older) && Cells.SameFacts(older, verdict.Verdict))
                verdict.Verdict.Text = older.Text;
        return kept;
    }
}
