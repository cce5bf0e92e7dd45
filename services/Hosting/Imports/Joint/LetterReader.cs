using System.Text.Json;
using Inspectorates.Reference;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>
/// Reads one element of a file of letters. A list that is missing or empty because reading the letter failed is noted as
/// not known and never taken for none; the letter's headline findings are running text and are not read.
/// </summary>
internal sealed class LetterReader(JointFramework framework)
{
    /// <summary>Reads a letter; null where <paramref name="notes"/> then holds a fault.</summary>
    public Letter? Read(JsonElement element, RowNotes notes)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            notes.Fault("", $"{JsonRecords.InWords(element.ValueKind)} where a letter, an object with area, fieldwork and findings, was expected");
            return null;
        }

        var fields = new LetterFields(element, notes);
        var unusual = new List<string>();
        var area = SourceArea.Find(
            new("dfe_la_code", fields.Text("dfe_la_code")), new("gss_utla23", fields.Text("gss_utla23")), new("area", fields.Text("area")), notes);
        var fieldwork = fields.Fieldwork("fieldwork", unusual);
        var published = fields.Day("published", unusual);
        var due = fields.Day("written_statement_due", unusual);
        var named = Named(fields, unusual, notes);
        var theme = fields.Text("theme");
        if (theme.Length == 0)
            unusual.Add("The source gives no theme.");
        if (fieldwork is null && published is null && !notes.HasFaults)
            notes.Fault("fieldwork", "neither fieldwork nor the day of publication is given, so the inspection cannot be told from others: fieldwork such as \"9 to 13 December 2024\" would be right");
        if (published < fieldwork?.End)
            unusual.Add($"The letter was published on {SourceDay.Iso(published.Value)}, before fieldwork ended.");
        var bullets = new LetterBullets(fields, unusual).Read(framework);

        foreach (var note in unusual)
            notes.Remark("", note);
        return notes.HasFaults ? null : new Letter
        {
            Area = area!,
            Fieldwork = fieldwork,
            PublishedOn = published,
            StatementDueOn = due,
            Theme = theme,
            Inspectorates = named,
            Bullets = bullets,
            SourceFile = fields.Text("source_file"),
            Notes = unusual,
        };
    }

    private HashSet<string>? Named(LetterFields fields, List<string> unusual, RowNotes notes)
    {
        const string Field = "inspectorates";
        var codes = new HashSet<string>();
        foreach (var name in fields.Texts(Field))
        {
            if (InspectorateNames.TryFind(name, out var code) && framework.Members.Contains(code))
                codes.Add(code);
            else
                notes.Fault(Field, $"\"{name}\" is not an inspectorate of this framework: {string.Join(", ", framework.Members.Select(InspectorateNames.Label))} would be right");
        }

        if (codes.Count == 0)
        {
            unusual.Add("The source's list of inspectorates is empty, because reading the letter failed: who took part is not known.");
            return null;
        }

        if (!codes.Contains(framework.LeadInspectorate) && !notes.HasFaults)
            notes.Fault(Field, $"{InspectorateNames.Label(framework.LeadInspectorate)}, which leads and reports every inspection of this framework, is not named");
        return codes;
    }
}
