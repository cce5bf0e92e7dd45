namespace Inspectorates.Gateway.Asking;

/// <summary>Follows page tokens to the end.</summary>
internal static class PageWalk
{
    /// <summary>The most records a page may hold by the contract.</summary>
    public const int PageSize = 500;

    // 100,000 records. More is no list to compose a view from but a service gone wrong.
    private const int MostPages = 200;

    /// <summary>All records of a list. Part of a list is never taken for the whole: it is all or an exception.</summary>
    /// <exception cref="InvalidAnswerException">The pages do not come to an end.</exception>
    public static async Task<List<T>> AllAsync<T>(Func<string, Task<(IEnumerable<T> Records, string Next)>> page)
    {
        var all = new List<T>();
        var token = "";
        for (var read = 0; read < MostPages; read++)
        {
            var (records, next) = await page(token);
            all.AddRange(records);
            if (next.Length == 0)
                return all;
            if (next == token)
                break;
            token = next;
        }

        throw new InvalidAnswerException("Its service answered with pages that do not come to an end.");
    }
}
