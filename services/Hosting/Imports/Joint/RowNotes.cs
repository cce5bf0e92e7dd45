namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>What a reader found wrong or unusual with one input record.</summary>
internal sealed class RowNotes
{
    private readonly List<RowRemark> _faults = [];
    private readonly List<RowRemark> _remarks = [];

    /// <summary>Whether the record cannot be imported.</summary>
    public bool HasFaults => _faults.Count > 0;

    /// <summary>What was noticed and did not stop it.</summary>
    public IReadOnlyList<RowRemark> Remarks => _remarks;

    /// <summary>Notes what makes the record unfit: the value as found, and what would be right.</summary>
    public void Fault(string column, string reason) => _faults.Add(new RowRemark(column, reason));

    /// <summary>Notes what is unusual.</summary>
    public void Remark(string column, string reason) => _remarks.Add(new RowRemark(column, reason));

    /// <summary>The record as refused, with every fault.</summary>
    public RefusedRecord Refused(int line, string label) =>
        new() { Line = line, Label = label, Faults = [.. _faults], Remarks = Remarks };
}
