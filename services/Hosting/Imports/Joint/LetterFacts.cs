using Inspectorates.Reference;
using Inspectorates.Reference.Wording;
using Inspectorates.V1;
using AgencyKind = Inspectorates.Reference.AgencyKind;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>What a letter says, as the record of one inspectorate.</summary>
internal sealed class LetterFacts(Letter letter, Participants participants, JointFramework framework, ImportFile file)
{
    private const string UnknownBecause = "The source's list of inspectorates is empty because reading the letter failed.";

    private readonly SourceRecord _source = new()
    {
        Framework = framework.Code,
        Area = letter.Area,
        Start = letter.Fieldwork?.Start,
        End = letter.Fieldwork?.End,
        PublishedOn = letter.PublishedOn,
        Source = Sources.Scraped(file, InspectorateNames.ReportPage(framework.LeadInspectorate, letter.Area), letter.SourceFile),
    };

    /// <summary>The inspection with its participation, and those of the findings that are the inspectorate's to keep.</summary>
    public ImportedRecord KeptBy(string inspectorate)
    {
        var inspection = _source.Inspection(Inspection.Types.Kind.Joint);
        inspection.Theme = letter.Theme;
        inspection.StatementDueOn = letter.StatementDueOn is { } due ? SourceDay.Iso(due) : "";
        inspection.Participation.Add(participants.States(certain: null, UnknownBecause));
        inspection.Notes.Add(letter.Notes);
        return new ImportedRecord
        {
            SourceKey = _source.Key,
            Inspection = inspection,
            Verdicts = { letter.Bullets.SelectMany(bullet => Verdicts(bullet, inspectorate)) },
        };
    }

    private IEnumerable<ImportedVerdict> Verdicts(Bullet bullet, string inspectorate)
    {
        var coding = WordingCoder.Default.Code(bullet.Text, bullet.Section);
        var subject = SubjectOf(coding);
        var (keeper, authors) = participants.Keeper(subject);
        if (keeper != inspectorate)
            return [];

        // A bullet whose process is not identified is kept all the same, with no process.
        IEnumerable<string> processes = coding.Processes is [] ? [""] : coding.Processes;
        return processes.Select(process =>
        {
            var verdict = _source.Verdict(subject, $"{letter.SourceFile}, {bullet.Section}[{bullet.Index}]");
            verdict.Authors.Add(authors);
            verdict.Process = process;
            verdict.Grade = new Grade { Code = bullet.Grade.Code };
            verdict.Text = bullet.Text;
            verdict.Coding = Verdict.Types.Coding.ByRule;
            return new ImportedVerdict
            {
                Key = $"{bullet.Section}/{bullet.Index}/{(process.Length == 0 ? "unidentified" : process)}",
                Verdict = verdict,
            };
        });
    }

    /// <summary>One agency where the wording is about it alone, otherwise the partnership.</summary>
    private static AgencyKind SubjectOf(Coding coding)
    {
        var word = coding.Subjects is [var only] ? only.Code : AgencyKinds.Partnership;
        return AgencyKinds.FromSubjectWord(word)
            ?? throw new InvalidDataException($"The table of agencies' wordings names \"{word}\", which is no kind of agency.");
    }
}
