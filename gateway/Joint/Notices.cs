using System.Globalization;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>Sentences that hold for a whole view.</summary>
internal static class Notices
{
    /// <summary>That something is what the record held at the instant.</summary>
    public static string RecordedAsOf(DateTimeOffset instant) => string.Create(
        CultureInfo.InvariantCulture,
        $"This is what the record held at {instant.UtcDateTime:d MMMM yyyy, HH:mm:ss} UTC: what was recorded, corrected or withdrawn since is not in it.");

    /// <summary>What holds for a list of differences over areas.</summary>
    public static IEnumerable<string> OfList(DateTimeOffset? recordedAsOf, IReadOnlyList<SourceAnswer> answers) =>
        (recordedAsOf is { } instant ? [RecordedAsOf(instant)] : Array.Empty<string>())
            .Concat(NotComplete("list", answers, new Descriptions(answers)));

    private static IEnumerable<string> NotComplete(
        string what, IEnumerable<SourceAnswer> answers, Descriptions descriptions)
    {
        if (answers.Where(answer => !answer.IsProper).Select(answer => descriptions.Label(answer.Inspectorate)).ToList() is { Count: > 0 } missing)
            yield return $"This {what} is not complete: {Words.List(missing)} gave no proper answer, and that is not agreement.";
    }

    public static IEnumerable<string> Of(
        Area area, DateTimeOffset? recordedAsOf, IReadOnlyList<SourceAnswer> answers, RecordsOfArea records, Descriptions descriptions)
    {
        if (area.Fictional)
            yield return $"{area.Name} is fictional: it is made up for worked examples, and nothing about it is a fact.";
        if (recordedAsOf is { } instant)
            yield return RecordedAsOf(instant);
        yield return "No overall is given: there is no official mapping between the inspectorates' scales, and an overall "
            + "would depend on weights that nobody has declared.";
        foreach (var notice in NotComplete("view", answers, descriptions))
            yield return notice;
        if (records.Replaced.Count > 0)
            yield return $"{Words.Count(records.Replaced.Count, "verdict")} coded by rule left out: a coding by reading covers "
                + "the same inspection and process.";
        if (records.Withdrawn.Count > 0)
            yield return $"{Words.Count(records.Withdrawn.Count, "verdict")} withdrawn by the inspectorate left out.";
    }
}
