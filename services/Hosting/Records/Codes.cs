namespace Inspectorates.Hosting.Records;

/// <summary>The form of codes: lower-case letters, digits and single hyphens.</summary>
internal static class Codes
{
    public static bool IsSlug(string code) =>
        code.Length is > 0 and <= 100
        && code.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
        && code[0] != '-' && code[^1] != '-' && !code.Contains("--", StringComparison.Ordinal);
}
