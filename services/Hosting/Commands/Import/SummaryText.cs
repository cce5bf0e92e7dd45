namespace Inspectorates.Hosting.Commands.Import;

/// <summary>A file's summary in words.</summary>
internal static class SummaryText
{
    public static async Task WriteAsync(TextWriter output, FileSummary summary, bool verbose)
    {
        await output.WriteLineAsync($"{summary.File}: {summary.Rows} rows");
        await Category("recorded", summary.Recorded);
        await Category("unchanged", summary.Unchanged);
        await Category("superseded", summary.Superseded);
        await Category("conflicting", summary.Conflicting);
        await Category("out of scope", summary.OutOfScope);
        await Category("refused", summary.Refused);
        var verdicts = summary.Verdicts;
        await output.WriteLineAsync(
            $"  verdicts: {verdicts.Recorded} recorded, {verdicts.Unchanged} unchanged, {verdicts.Superseded} superseded, "
            + $"{verdicts.Withdrawn} withdrawn, {verdicts.ReplacedByReading} replaced by reading");

        foreach (var line in summary.Noted)
            await output.WriteLineAsync($"{summary.File}:{line.Line}: {line.Reason}");
        if (verbose)
            foreach (var line in summary.Elsewhere.Concat(summary.Remarks).OrderBy(line => line.Line))
                await output.WriteLineAsync($"{summary.File}:{line.Line}: {(line.Category == "Remark" ? "noticed: " : "out of scope: ")}{line.Reason}");
        else
            await Grouped(output, summary);

        Task Category(string name, int count) => output.WriteLineAsync($"  {name,-13}{count,6}");
    }

    private static async Task Grouped(TextWriter output, FileSummary summary)
    {
        foreach (var group in summary.Elsewhere.GroupBy(line => line.Reason).OrderByDescending(group => group.Count()))
            await output.WriteLineAsync($"  out of scope, {group.Count()} rows: {group.Key}");
        if (summary.Remarks.Count > 0)
            await output.WriteLineAsync($"  noticed and imported all the same: {summary.Remarks.Count} cells; --verbose lists them");
    }
}
