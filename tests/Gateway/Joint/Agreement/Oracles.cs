using System.Text.Json;
using Inspectorates.Gateway.Joint.Agreement;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>The published tables and values of <c>oracles/statistics.json</c>.</summary>
internal static class Oracles
{
    private static JsonElement All
    {
        get
        {
            using var document = JsonDocument.Parse(File.ReadAllText(SharedData.File("oracles", "statistics.json")));
            return document.RootElement.Clone();
        }
    }

    public static JsonElement Section(string name) => All.GetProperty(name);

    public static JsonElement In(string section, string id) =>
        Section(section).EnumerateArray().Single(oracle => oracle.GetProperty("id").GetString() == id);

    public static int[][] Ints(JsonElement rows) => [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetInt32()).ToArray())];

    public static double[][] Doubles(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetDouble()).ToArray())];

    public static double?[][] Values(JsonElement rows) =>
    [
        .. rows.EnumerateArray().Select(row => row.EnumerateArray()
            .Select(cell => cell.ValueKind is JsonValueKind.Null ? (double?)null : cell.GetDouble()).ToArray()),
    ];

    public static ConfusionMatrix Matrix(JsonElement rows) => new(Ints(rows));

    /// <summary>That the coefficient is the printed number, to every digit printed.</summary>
    public static void IsTo(JsonElement printed, Coefficient coefficient)
    {
        var text = printed.GetRawText();
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        Assert.NotNull(coefficient.Value);
        Assert.Equal(printed.GetDouble(), coefficient.Value.Value, 0.5000001 * Math.Pow(10, -Math.Min(decimals, 14)));
    }
}
