using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Inspectorates.Reference;

/// <summary>The catalogue of processes.</summary>
public sealed class ProcessCatalogue
{
    private static readonly Lazy<ProcessCatalogue> Loaded = new(() => new ProcessCatalogue());

    private readonly FrozenDictionary<string, Process> byCode;

    private ProcessCatalogue()
    {
        All = [.. Table.Read("processes.csv").Select(Read)];
        byCode = All.ToFrozenDictionary(process => process.Code);
    }

    /// <summary>The processes of child protection in England. Loaded once, when first asked for.</summary>
    public static ProcessCatalogue England => Loaded.Value;

    /// <summary>All processes in the order of the catalogue: roughly that of a child's journey.</summary>
    public IReadOnlyList<Process> All { get; }

    /// <summary>Finds a process by its code; false where there is none.</summary>
    public bool TryFind(string code, [NotNullWhen(true)] out Process? process) => byCode.TryGetValue(code, out process);

    private static Process Read(Table.Row row) => new()
    {
        Code = row.Required("code"),
        Term = row.Required("term"),
        OtherTerms = row.List("other_terms"),
        Description = row.Required("description"),
        Lead = row.Required("lead"),
        TakingPart = row.List("taking_part"),
        JudgedBy = row.List("judged_by"),
        SometimesJudgedBy = row.List("sometimes_judged_by"),
        JourneyStage = row.Required("journey_stage"),
        Timescale = row.Optional("timescale") is { } text ? new Timescale(text, row.Required("timescale_source")) : null,
    };
}
