using System.Text.Json;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>The fields of one letter's JSON object; what is not of the right kind is noted as a fault and read as missing.</summary>
internal sealed class LetterFields(JsonElement letter, RowNotes notes)
{
    /// <summary>A text with single spaces between its words. Empty: missing, null or blank.</summary>
    public string Text(string field)
    {
        if (!letter.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return "";
        if (value.ValueKind == JsonValueKind.String)
            return OneLine(value);
        notes.Fault(field, $"{JsonRecords.InWords(value.ValueKind)} where a text was expected");
        return "";
    }

    /// <summary>A list of texts, in order, blank ones included; a single text is a list of one. Empty: missing, null or empty.</summary>
    public IReadOnlyList<string> Texts(string field)
    {
        if (!letter.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        if (value.ValueKind == JsonValueKind.String)
            return [OneLine(value)];
        if (value.ValueKind != JsonValueKind.Array)
        {
            notes.Fault(field, $"{JsonRecords.InWords(value.ValueKind)} where a list of texts was expected");
            return [];
        }

        var texts = new List<string>();
        foreach (var element in value.EnumerateArray())
        {
            if (element.ValueKind == JsonValueKind.String)
                texts.Add(OneLine(element));
            else
                notes.Fault($"{field}[{texts.Count}]", $"{JsonRecords.InWords(element.ValueKind)} where a text was expected");
        }

        return texts;
    }

    /// <summary>A day; null where it is missing, or cannot be read and that was noted.</summary>
    public DateOnly? Day(string field, ICollection<string> unusual)
    {
        if (Text(field) is not { Length: > 0 } text)
            return null;
        var day = LetterDays.ReadDay(text, unusual, out var fault);
        if (fault is not null)
            notes.Fault(field, fault);
        return day;
    }

    /// <summary>First and last day of fieldwork; null where it is missing, or cannot be read and that was noted.</summary>
    public (DateOnly Start, DateOnly End)? Fieldwork(string field, ICollection<string> unusual)
    {
        if (Text(field) is not { Length: > 0 } text)
            return null;
        var range = LetterDays.ReadRange(text, unusual, out var fault);
        if (fault is not null)
            notes.Fault(field, fault);
        return range;
    }

    // Line breaks, and what else of control characters a page leaves behind, part words like a space.
    private static string OneLine(JsonElement value) =>
        string.Join(' ', string.Concat(value.GetString()!.Select(sign => char.IsControl(sign) ? ' ' : sign))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
