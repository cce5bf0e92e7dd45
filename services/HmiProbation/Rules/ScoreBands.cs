using System.Text.Json;

namespace Inspectorates.HmiProbation.Rules;

/// <summary>By which points an overall rating follows from the standards'. The edges are settings with a note of their source.</summary>
internal sealed record ScoreBands(
    string Framework, string Version, int FullScore, IReadOnlyList<ScoreBands.Band> Bands, string SourceNote, string SourceUri)
{
    private static readonly Lazy<ScoreBands> Loaded = new(Load);

    /// <summary>Those of the youth justice programme of 2018 to 2024, from <c>score-bands.json</c>.</summary>
    public static ScoreBands YouthJusticeTo2024 => Loaded.Value;

    /// <summary>The rule as a sentence.</summary>
    public string InWords =>
        $"Points of {FullScore}: {string.Join("; ", Bands.Select(band => $"{band.From}-{band.To} {Frameworks.Ratings.LabelOf(band.Grade)}"))}. {SourceNote}";

    /// <summary>A rating and the points it goes with, both ends included.</summary>
    public sealed record Band(string Grade, int From, int To);

    /// <summary>
    /// The ratings a published score allows: one, or two where it lies between whole points at an edge, as it can where fewer
    /// standards were inspected.
    /// </summary>
    /// <param name="percent">The score as published, in percent of the full score, 0 to 100.</param>
    public IReadOnlyList<string> Allowed(decimal percent)
    {
        // Published to two decimals: 22 of 36 is 61.11 %, which is 21.9996 points.
        const decimal Rounding = 0.01m;
        var points = percent * FullScore / 100;
        var nearest = decimal.Round(points);
        return decimal.Abs(points - nearest) <= Rounding
            ? [At((int)nearest)]
            : [.. new[] { At((int)decimal.Floor(points)), At((int)decimal.Ceiling(points)) }.Distinct()];
    }

    private string At(int points) => Bands.First(band => points >= band.From && points <= band.To).Grade;

    private static ScoreBands Load()
    {
        using var json = typeof(ScoreBands).Assembly.GetManifestResourceStream("score-bands.json")
            ?? throw new InvalidOperationException("score-bands.json is not embedded");
        return JsonSerializer.Deserialize<ScoreBands>(json, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("score-bands.json is empty");
    }
}
