namespace Inspectorates.Gateway.Pages;

/// <summary>Where the next page of a list is.</summary>
internal static class NextPage
{
    /// <summary>The address of the same question with the token; empty: there is no next page.</summary>
    /// <param name="path">The page's path.</param>
    /// <param name="asked">What was asked.</param>
    /// <param name="token">The answer's token; empty: it was the last.</param>
    public static string Address(string path, IQueryCollection asked, string token) => token.Length == 0
        ? ""
        : path + QueryString.Create(asked
            .Where(one => one.Key != "pageToken" && one.Value.ToString().Length > 0)
            .Select(one => KeyValuePair.Create(one.Key, (string?)one.Value.ToString()))
            .Append(KeyValuePair.Create("pageToken", (string?)token)));
}
