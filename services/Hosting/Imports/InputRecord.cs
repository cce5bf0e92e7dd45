using Inspectorates.V1;

namespace Inspectorates.Hosting.Imports;

/// <summary>One record of an input file and what its reader made of it.</summary>
public abstract record InputRecord
{
    /// <summary>The line it begins on, counted from 1 with the header as line 1; for JSON arrays the position of the object, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What a reader would call it, such as the area's name as written in the file. Empty where unreadable.</summary>
    public required string Label { get; init; }

    /// <summary>What was noticed and did not stop it: a stale code, a contradictory cell. Empty: nothing.</summary>
    public IReadOnlyList<RowRemark> Remarks { get; init; } = [];
}

/// <summary>Understood: facts to be imported. One input record may hold several, such as a location with several rated services.</summary>
public sealed record FactsRecord : InputRecord
{
    /// <summary>The facts, at least one.</summary>
    public required IReadOnlyList<ImportedRecord> Records { get; init; }
}

/// <summary>Understood, and not for this inspectorate's record; the reason says why.</summary>
public sealed record OutOfScopeRecord : InputRecord
{
    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }
}

/// <summary>Not understood. Nothing of it is imported.</summary>
public sealed record RefusedRecord : InputRecord
{
    /// <summary>Every fault found in it, at least one.</summary>
    public required IReadOnlyList<RowRemark> Faults { get; init; }
}

/// <summary>A remark on one cell of an input record.</summary>
/// <param name="Column">The column's header or the JSON path. Empty: the record as a whole.</param>
/// <param name="Reason">What is wrong or unusual, the value as found, and what would be right.</param>
public sealed record RowRemark(string Column, string Reason);
