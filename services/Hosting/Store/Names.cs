using System.Security.Cryptography;

namespace Inspectorates.Hosting.Store;

/// <summary>Resource names. The last part is random: a counter would tell how much is hidden.</summary>
internal static class Names
{
    public static string OfVerdict(string inspectorate) => $"inspectorates/{inspectorate}/verdicts/{Random()}";

    public static string OfInspection(string inspectorate) => $"inspectorates/{inspectorate}/inspections/{Random()}";

    private static string Random() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
