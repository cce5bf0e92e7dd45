using System.Globalization;
using System.Text.Json;
using Inspectorates.Cqc.Frameworks;
using Inspectorates.V1;

namespace Inspectorates.Cqc.Rules;

/// <summary>
/// How CQC counts a rating under the single assessment framework: bands of the score, and caps. They are settings with a note
/// of their source, because the edges and caps are CQC's to change; what was not read in a document of CQC's own is marked
/// unverified.
/// </summary>
internal sealed record ScoreRules(
    IReadOnlyList<ScoreRules.Band> Bands, IReadOnlyList<ScoreRules.Cap> Caps, string RoundingNote, string SourceNote, string SourceUri)
{
    private static readonly Lazy<ScoreRules> Loaded = new(Load);

    /// <summary>Those in force, from <c>score-rules.json</c>.</summary>
    public static ScoreRules InForce => Loaded.Value;

    /// <summary>The rules as sentences.</summary>
    public string InWords =>
        "Score in percent of the maximum: "
        + string.Join(", ", Bands.Select(band => $"{band.From} to {band.To} {LabelOf(band.Rating)}"))
        + $". {RoundingNote} {string.Concat(Caps.Select(cap => $"{cap.InWords} limits to {LabelOf(cap.AtBest)}{Mark(cap)}. "))}{SourceNote}";

    /// <summary>A rating and the whole percents it goes with, both ends included.</summary>
    public sealed record Band(string Rating, int From, int To);

    /// <summary>What limits a rating, however high the score.</summary>
    /// <param name="StatementAtMost">A quality statement scored this or lower; null: <paramref name="Breach"/> decides.</param>
    /// <param name="Breach">Whether it is a breach of regulations that limits.</param>
    /// <param name="AtBest">The best rating left.</param>
    /// <param name="InWords">What limits, in words.</param>
    /// <param name="Verified">Whether it was read in a document of CQC's own.</param>
    public sealed record Cap(int? StatementAtMost, bool Breach, string AtBest, string InWords, bool Verified)
    {
        /// <summary>Whether it limits a rating with this score.</summary>
        public bool Applies(KeyQuestionScore score) =>
            (Breach && score.Breach) || (StatementAtMost is { } most && score.Statements.Any(statement => statement <= most));
    }

    /// <summary>The rating a score gives by the rules, and how.</summary>
    public (Grade Grade, string How) Rate(KeyQuestionScore score)
    {
        var percent = decimal.Round(score.Percent, 0, MidpointRounding.AwayFromZero);
        var rank = RankOf(Bands.First(band => percent >= band.From && percent <= band.To).Rating);
        var how = string.Create(CultureInfo.InvariantCulture, $"{score.Percent}% of the maximum is \"{Ratings.Scale[rank].Label}\"");
        foreach (var cap in Caps.Where(cap => cap.Applies(score)))
        {
            if (RankOf(cap.AtBest) <= rank)
                continue;
            rank = RankOf(cap.AtBest);
            how += $", and {cap.InWords} limits it to \"{Ratings.Scale[rank].Label}\"{Mark(cap)}";
        }

        return (Ratings.Scale[rank], how);
    }

    private static string Mark(Cap cap) => cap.Verified ? "" : " (unverified)";

    private static string LabelOf(string rating) => Ratings.Scale[RankOf(rating)].Label;

    /// <summary>Place on the scale, 0 best.</summary>
    private static int RankOf(string rating) =>
        Ratings.Scale.Index().First(grade => grade.Item.Code == rating).Index;

    private static ScoreRules Load()
    {
        using var json = typeof(ScoreRules).Assembly.GetManifestResourceStream("score-rules.json")
            ?? throw new InvalidOperationException("score-rules.json is not embedded");
        return JsonSerializer.Deserialize<ScoreRules>(json, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("score-rules.json is empty");
    }
}
