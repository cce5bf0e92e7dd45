using System.Buffers.Text;
using System.Security.Cryptography;
using Google.Protobuf;
using Inspectorates.Joint.V1;
using Microsoft.Net.Http.Headers;

namespace Inspectorates.Gateway.Rest;

/// <summary>
/// Whether a reader who keeps a view has to be sent it again. The view is composed for every question, and only the
/// sending is saved. Nothing for somebody with a token is ever kept.
/// </summary>
internal static class EntityTags
{
    private const int DigestLength = 12;

    /// <summary>Writes what the view may be kept by, and says whether the reader holds this one already.</summary>
    public static bool IsUnchanged(HttpContext context, JointInspection view)
    {
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.Authorization;
        if (context.Request.Headers.Authorization.Count > 0)
        {
            headers.CacheControl = "no-store";
            return false;
        }

        headers.CacheControl = "no-cache";
        if (view.Version.Length == 0)
            return false;
        var tag = Of(view);
        context.Response.GetTypedHeaders().ETag = tag;
        return context.Request.GetTypedHeaders().IfNoneMatch
            .Any(held => held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false));
    }

    // Weak: when it was composed is in the view and not in the tag. The digest is over all the rest, so that what changes
    // without anything becoming public, such as what an inspectorate calls itself, is not taken for unchanged.
    private static EntityTagHeaderValue Of(JointInspection view)
    {
        var timeless = view.Clone();
        timeless.ComposedAt = null;
        foreach (var source in timeless.Sources)
            source.AsAt = null;
        var digest = Base64Url.EncodeToString(SHA256.HashData(timeless.ToByteArray()).AsSpan(0, DigestLength));
        return new($"\"{view.Version}-{view.AsOf}-{digest}\"", isWeak: true);
    }
}
