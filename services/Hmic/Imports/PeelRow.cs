using Inspectorates.Hmic.Frameworks;
using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Hmic.Imports;

/// <summary>One row of a PEEL transcription.</summary>
internal sealed class PeelRow
{
    private static readonly CsvColumn ForceCode = new("pfa_gss");
    private static readonly CsvColumn ForceName = new("pfa_slug");
    private static readonly CsvColumn Programme = new("programme");
    private static readonly CsvColumn Level = new("level");
    private static readonly CsvColumn Asked = new("question");
    private static readonly CsvColumn Given = new("grade");
    private static readonly CsvColumn Published = new("published");
    private static readonly CsvColumn Source = new("source_url") { Required = false };

    private readonly CsvRow _row;
    private readonly ImportFile _file;
    private readonly List<RowRemark> _faults = [];

    public PeelRow(CsvRow row, ImportFile file) => (_row, _file) = (row, file);

    /// <summary>The columns.</summary>
    public static readonly IReadOnlyList<CsvColumn> Columns = [ForceCode, ForceName, Programme, Level, Asked, Given, Published, Source];

    private string Label => $"{_row[ForceName]}, {_row[Programme]}, {_row[Asked]}";

    /// <summary>What is made of the row.</summary>
    public InputRecord ToRecord()
    {
        if (Force.IsWelsh(_row[ForceCode], _row[ForceName]))
            return new OutOfScopeRecord { Line = _row.Line, Label = Label, Reason = "the force is in Wales: out of area, which is no error" };

        var force = ReadForce();
        var cycle = ReadCycle();
        var question = cycle is null ? null : ReadQuestion(cycle);
        var grade = cycle is null ? null : ReadGrade(cycle);
        var published = ReadPublished();
        var uri = ReadSource();
        return _faults.Count > 0 || force is null || cycle is null || question is null || grade is null
            ? new RefusedRecord { Line = _row.Line, Label = Label, Faults = _faults }
            : new FactsRecord
            {
                Line = _row.Line,
                Label = Label,
                Records = [new PeelFact(force, cycle, question, grade, published, uri).ToRecord(_file)],
            };
    }

    private Force? ReadForce()
    {
        var (force, fault) = Force.Find(_row[ForceCode], _row[ForceName]);
        if (fault is not null)
            _faults.Add(new RowRemark(ForceCode.Name, fault));
        return force;
    }

    private PeelCycle? ReadCycle() =>
        PeelCycle.Find(_row[Programme])
        ?? Refuse<PeelCycle>(Programme, $"is no cycle of PEEL; one of {string.Join(", ", PeelCycle.All.Select(cycle => cycle.Name))} was expected");

    private Question? ReadQuestion(PeelCycle cycle)
    {
        var ofLevel = cycle.Graded.Where(question => Words.Key(question.Level) == Words.Key(_row[Level])).ToArray();
        if (ofLevel.Length == 0)
            return Refuse<Question>(Level, $"is no level of {cycle.Name}; {string.Join(" or ", cycle.Graded.Select(question => question.Level).Distinct())} was expected");
        return ofLevel.FirstOrDefault(question => question.IsCalled(_row[Asked]))
            ?? Refuse<Question>(Asked, $"is no {_row[Level]} of {cycle.Name}; one of {string.Join(", ", ofLevel.Select(question => $"\"{question.Label}\""))} was expected");
    }

    private Grade? ReadGrade(PeelCycle cycle) =>
        cycle.Scale.Append(Grades.NotGraded).FirstOrDefault(grade => Words.Key(grade.Label) == Words.Key(_row[Given]))
        ?? Refuse<Grade>(Given, $"is no grade of {cycle.Name}; its grades are {string.Join(", ", cycle.Scale.Select(grade => $"\"{grade.Label}\""))}, or \"{Grades.NotGraded.Label}\"");

    private DateOnly? ReadPublished()
    {
        if (_row[Published].Length == 0)
            return null;
        if (SourceDay.TryRead(_row[Published], out var day))
            return day;
        Refuse<object>(Published, $"is not a day; {SourceDay.Accepted} was expected, or nothing");
        return null;
    }

    private string ReadSource()
    {
        var text = _row[Source];
        if (text.Length > 0 && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            Refuse<object>(Source, "is not a web address");
        return text;
    }

    private T? Refuse<T>(CsvColumn column, string reason)
        where T : class
    {
        _faults.Add(new RowRemark(column.Name, $"\"{_row[column]}\" {reason}"));
        return null;
    }
}
