using System.Text.RegularExpressions;
using Inspectorates.Reference;
using Column = Inspectorates.Hosting.Imports.Joint.CodedFindingColumns;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>Reads one row of coded findings, noting every fault it has.</summary>
internal sealed partial class CodedFindingReader(string inspectorate, RowCells cells, RowNotes notes)
{
    // The standing is its owner's to set; the column is only held against it.
    private static readonly string[] Standings = ["exceeds", "meets", "mixed", "falls-short", "fails", "not-judged"];

    /// <summary>The finding; null where <c>notes</c> then holds a fault.</summary>
    public CodedFinding? Read()
    {
        var area = SourceArea.Find(cells[Column.DfeCode], new("", ""), cells[Column.AreaName], notes);
        var framework = Slug(cells.Required(Column.Framework, "the code of a framework, such as jtai,"), Column.Framework);
        JointFrameworks.TryFind(framework, out var joint);
        var together = FoundTogether(framework, joint);
        var start = cells.Day(Column.FieldworkStart);
        var end = cells.Day(Column.FieldworkEnd);
        var published = cells.Day(Column.Published);
        cells.CheckDays((Column.FieldworkStart, start), (Column.FieldworkEnd, end), (Column.Published, published));
        var process = KnownProcess();
        var aspect = Slug(cells.Required(Column.Aspect, "an aspect such as timeliness, or whole for the process as a whole,"), Column.Aspect);
        var subject = KnownSubject();
        var grade = KnownGrade(joint);
        var paraphrase = cells[Column.Paraphrase].Text;
        if (paraphrase.Length > Bullet.LongestText)
            notes.Fault(Column.Paraphrase.Name, $"{paraphrase.Length} characters; at most {Bullet.LongestText} would be right");
        var id = cells.Required(Column.Id, "a number, unique in the file,");
        var locator = string.Join(", ", ((string[])[cells[Column.Document].Text, cells[Column.Page].Text]).Where(part => part.Length > 0));

        return notes.HasFaults ? null : new CodedFinding
        {
            Id = id,
            Area = area!,
            Framework = framework,
            Joint = joint,
            FoundTogether = together,
            Process = process,
            Aspect = aspect,
            Subject = subject!,
            Grade = grade,
            Start = start,
            End = end,
            PublishedOn = published,
            Locator = locator,
            Paraphrase = paraphrase,
        };
    }

    private bool FoundTogether(string framework, JointFramework? joint)
    {
        var text = cells[Column.Joint].Text;
        if (text is not ("yes" or "no"))
            notes.Fault(Column.Joint.Name, $"\"{text}\" is neither yes (found by all that took part) nor no (found by this inspectorate alone)");
        else if (text == "yes" && joint is null && framework.Length > 0)
            notes.Fault(Column.Joint.Name, $"yes, and {framework} is not a joint framework: {string.Join(", ", JointFrameworks.All.Select(known => known.Code))} are");
        if (joint is not null && !joint.Members.Contains(inspectorate))
            notes.Fault(Column.Inspectorate.Name, $"{inspectorate} takes no part in inspections under {joint.Code}: {string.Join(", ", joint.Members)} do");
        return text == "yes";
    }

    private string KnownProcess()
    {
        var process = cells.Required(Column.Process, "the code of a process, such as strategy-discussion,");
        if (process.Length > 0 && !ProcessCatalogue.England.TryFind(process, out _))
            notes.Fault(Column.Process.Name, $"\"{process}\" is not in the catalogue of processes; a code such as strategy-discussion would be right");
        return process;
    }

    private AgencyKind? KnownSubject()
    {
        var word = cells.Required(Column.Subject, "partnership, or the kind of agency such as police,");
        var subject = word.Length == 0 ? null : AgencyKinds.FromSubjectWord(word);
        if (word.Length > 0 && subject is null)
            notes.Fault(Column.Subject.Name, $"\"{word}\" is no kind of agency known here; partnership, or one of {string.Join(", ", AgencyKinds.All.Select(kind => kind.Code))} would be right");
        return subject;
    }

    private string KnownGrade(JointFramework? joint)
    {
        var grade = Slug(cells.Required(Column.Grade, "the code of a grade, such as what-needs-to-improve,"), Column.Grade);
        var standing = cells[Column.Standing].Text;
        if (standing.Length > 0 && !Standings.Contains(standing))
            notes.Fault(Column.Standing.Name, $"\"{standing}\" is not a standing: {string.Join(", ", Standings)} are");

        // The scale of a framework that is one inspectorate's own is known to that inspectorate, which checks it.
        if (joint is null || grade.Length == 0)
            return grade;
        if (joint.Grades.FirstOrDefault(known => known.Code == grade) is not { } known)
            notes.Fault(Column.Grade.Name, $"\"{grade}\" is not a grade of {joint.Code}: {string.Join(", ", joint.Grades.Select(one => one.Code))} are");
        else if (standing.Length > 0 && standing != known.Standing.ToLowerInvariant().Replace('_', '-'))
            notes.Remark(Column.Standing.Name, $"\"{standing}\" is not where {joint.Code} puts {grade}: {known.Standing} stands");
        return grade;
    }

    private string Slug(string text, CsvColumn column)
    {
        if (text.Length > 0 && !SlugForm().IsMatch(text))
            notes.Fault(column.Name, $"\"{text}\" is not a code: lower-case letters, digits and single hyphens would be right");
        return text;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SlugForm();
}
