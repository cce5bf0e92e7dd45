using Google.Protobuf;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Page sizes and tokens. A token is bound to its query and to what its caller may see.</summary>
internal sealed class Pages(Seals seals)
{
    private const int Usual = 50;
    private const int Most = 500;
    private const char Separator = '|';

    /// <exception cref="RefusalException">The size is negative or too large.</exception>
    public static int Size(int given) => given switch
    {
        0 => Usual,
        > 0 and <= Most => given,
        _ => throw RefusalException.Of(
            ErrorReason.FieldOutOfRange, "page_size", $"page_size is {given}; it is 1 to {Most}, or 0 for {Usual}."),
    };

    /// <summary>Where to go on; null: from the beginning.</summary>
    /// <param name="query">The request; its page size and token take no part.</param>
    /// <param name="token">Its page token.</param>
    /// <exception cref="RefusalException">The token was not given for this query.</exception>
    public (DateOnly Day, PagePlace Place)? Open(IMessage query, string token, Caller caller)
    {
        if (token.Length == 0)
            return null;
        var parts = seals.Open(Purpose(query, caller), token)?.Split(Separator);
        return parts is [var day, var sort, var name]
            ? (Days.Parse(day)!.Value, new PagePlace(sort, name))
            : throw RefusalException.Of(
                ErrorReason.PageTokenInvalid, "page_token", "The page token was not given by this method for this query. Begin again without one.");
    }

    /// <summary>The token for what follows; empty: nothing does.</summary>
    /// <param name="day">The day the list is read as of, so that the next page is of the same day.</param>
    public string Token(IMessage query, Caller caller, DateOnly day, PagePlace? next) =>
        next is null ? "" : seals.Seal(Purpose(query, caller), string.Join(Separator, day.Iso(), next.Day, next.Name));

    private static string Purpose(IMessage query, Caller caller)
    {
        var bare = query.Descriptor.Parser.ParseFrom(query.ToByteArray());
        foreach (var name in new[] { "page_size", "page_token" })
            bare.Descriptor.FindFieldByName(name).Accessor.Clear(bare);
        return $"{query.Descriptor.FullName}|{Views.Of(caller).Mark}|{Convert.ToBase64String(bare.ToByteArray())}";
    }
}
