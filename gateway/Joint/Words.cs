using System.Globalization;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>How lists, counts and days are said.</summary>
internal static class Words
{
    /// <summary>"A, B and C".</summary>
    public static string List(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        return all.Count switch
        {
            0 => "",
            1 => all[0],
            _ => $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}",
        };
    }

    /// <summary>"1 verdict", "2 verdicts".</summary>
    public static string Count(int count, string one, string? several = null) =>
        count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {several ?? one + "s"}");

    /// <summary>"9 December 2024".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"9 to 13 December 2024"; null where no day is known.</summary>
    public static string? Span(DateRange? range) => DaySpan.Of(range) is { } span ? Span(span) : null;

    /// <summary>When a verdict was made, as near as the record says: "fieldwork 9 to 13 December 2024".</summary>
    public static string When(Verdict verdict) =>
        Span(verdict.Fieldwork) is { } fieldwork ? $"fieldwork {fieldwork}"
        : Days.Parse(verdict.PublishedOn) is { } published ? $"published {Day(published)}"
        : Days.Parse(verdict.PlacedOn) is { } placed ? $"placed at {Day(placed)}"
        : "date not known";

    /// <summary>A label inside a sentence: "the joint inspection", but names and abbreviations as they are.</summary>
    public static string InSentence(string label) =>
        label.Length > 1 && char.IsUpper(label[0]) && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;

    /// <summary>A name inside a sentence: "the red inspectorate", but names without an article as they are.</summary>
    public static string NameInSentence(string name) =>
        name.StartsWith("The ", StringComparison.Ordinal) ? "the " + name[4..] : name;

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string AtStart(string words) =>
        words.Length > 0 && char.IsLower(words[0]) ? char.ToUpperInvariant(words[0]) + words[1..] : words;

    private static string Span(DaySpan span)
    {
        var (first, last) = span;
        if (first == last) return Day(first);
        if (first.Year != last.Year) return $"{Day(first)} to {Day(last)}";
        var beginning = first.ToString(first.Month == last.Month ? "%d" : "d MMMM", CultureInfo.InvariantCulture);
        return $"{beginning} to {Day(last)}";
    }
}
