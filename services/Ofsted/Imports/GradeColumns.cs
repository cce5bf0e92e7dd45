using Inspectorates.Hosting.Imports;
using Inspectorates.Ofsted.Frameworks;

namespace Inspectorates.Ofsted.Imports;

/// <summary>The cells of a row that hold the grades of an ILACS inspection.</summary>
internal static class GradeColumns
{
    /// <summary>Reads them under the version of the framework the inspection is of.</summary>
    /// <param name="columns">Judgement codes with the column and the text of the cell.</param>
    /// <param name="version">The version.</param>
    /// <param name="faults">Receives what cannot be understood.</param>
    /// <param name="remarks">Receives what is unusual.</param>
    public static IReadOnlyList<(string Judgement, GradeCell Cell)> Read(
        IEnumerable<(string Judgement, string Column, string Text)> columns, string version, List<RowRemark> faults, List<RowRemark> remarks)
    {
        var grades = new List<(string, GradeCell)>();
        foreach (var (judgement, column, text) in columns)
        {
            var cell = GradeCell.Read(text);
            if (cell.Fault.Length > 0)
                faults.Add(new RowRemark(column, cell.Fault));
            else if (AbsentIn(version, judgement) is { } reason)
                grades.Add((judgement, Absent(cell, reason, column, text, remarks)));
            else
                grades.Add((judgement, Present(cell, column, text, remarks)));
        }

        return grades;
    }

    private static string? AbsentIn(string version, string judgement) => (version, judgement) switch
    {
        (Ilacs.To2022, IlacsJudgements.CareLeavers) => GradeCell.BeforeJudgement,
        (Ilacs.From2026, IlacsJudgements.Overall) => GradeCell.AfterOverall,
        _ => null,
    };

    private static GradeCell Absent(GradeCell cell, string reason, string column, string text, List<RowRemark> remarks)
    {
        if (cell.Code.Length > 0)
            remarks.Add(new RowRemark(column, $"\"{text}\" is not taken: {reason}"));
        return new GradeCell("", reason, "");
    }

    private static GradeCell Present(GradeCell cell, string column, string text, List<RowRemark> remarks)
    {
        if (cell.Code.Length == 0)
            remarks.Add(new RowRemark(column, $"\"{text}\": recorded as not judged, since {cell.NotJudged}"));
        return cell;
    }
}
