using System.Reflection;
using Inspectorates.Hosting.Facts;
using Inspectorates.Hosting.Imports;
using Inspectorates.V1;
using static Inspectorates.V1.Indicator.Types;

namespace Inspectorates.Hosting.Indicators;

/// <summary>Reads the table of indicators a program ships: <c>Indicators/indicators.csv</c> of its project.</summary>
public static class IndicatorTable
{
    private const string Name = "Indicators/indicators.csv";

    private static readonly CsvColumn Code = new("code");
    private static readonly CsvColumn Label = new("label");
    private static readonly CsvColumn Former = new("former_label");
    private static readonly CsvColumn Definition = new("definition");
    private static readonly CsvColumn Unit = new("unit");
    private static readonly CsvColumn Kind = new("type");
    private static readonly CsvColumn Better = new("direction");
    private static readonly CsvColumn Optimum = new("optimum");
    private static readonly CsvColumn DecidedBy = new("decided_by");
    private static readonly CsvColumn Basis = new("basis");
    private static readonly CsvColumn Effects = new("perverse_effects");
    private static readonly CsvColumn StandsFor = new("stands_for");
    private static readonly CsvColumn Link = new("link_evidence");
    private static readonly CsvColumn Processes = new("processes");
    private static readonly CsvColumn Uri = new("source_uri");
    private static readonly CsvColumn Unverified = new("unverified");

    private static readonly CsvColumn[] Columns =
    [
        Code, Label, Former, Definition, Unit, Kind, Better, Optimum, DecidedBy, Basis, Effects, StandsFor, Link, Processes, Uri, Unverified,
    ];

    /// <summary>The indicators of a program, in the table's order. An empty <c>optimum</c> is one that nobody has stated.</summary>
    /// <param name="program">The inspectorate's assembly.</param>
    /// <exception cref="UnreadableFileException">The table is not shipped, or a row of it cannot be read: a fault of this build.</exception>
    public static IReadOnlyList<Indicator> Of(Assembly program)
    {
        var file = new ImportFile(
            Name, "", null, () => program.GetManifestResourceStream(Name) ?? throw new UnreadableFileException($"{Name}: not shipped with the program"));
        return [.. CsvTable.Read(file, Columns).Select(Read)];
    }

    private static Indicator Read(CsvRow row)
    {
        if (row.Unreadable is not null)
            throw new UnreadableFileException($"{Name}, line {row.Line}: the row cannot be read as cells");
        return new Indicator
        {
            Code = row[Code],
            Label = row[Label],
            FormerLabel = row[Former],
            Definition = row[Definition],
            Unit = row[Unit],
            Type = CellText.Value<Indicator.Types.Type>(Kind.Name, row[Kind]),
            Direction = CellText.Value<Direction>(Better.Name, row[Better]),
            OptimumState = row[Optimum].Length > 0 ? OptimumState.Stated : OptimumState.NoneStated,
            Optimum = row[Optimum],
            DecidedBy = row[DecidedBy],
            Basis = row[Basis],
            PerverseEffects = { CellText.Split('|', row[Effects]) },
            StandsFor = row[StandsFor],
            LinkEvidence = row[Link],
            Processes = { CellText.Split(' ', row[Processes]) },
            SourceUri = row[Uri],
            Unverified = row[Unverified] == "yes",
        };
    }
}
