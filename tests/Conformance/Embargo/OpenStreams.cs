using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Inspectorates.Conformance.Embargo;

/// <summary>The streams of changes somebody has open on a service, to be cut.</summary>
internal sealed class OpenStreams : IStartupFilter
{
    private readonly ConcurrentDictionary<HttpContext, bool> open = [];

    public void Cut()
    {
        foreach (var context in open.Keys)
            context.Abort();
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, further) =>
        {
            var isStream = context.Request.Path.Value!.EndsWith("/WatchChanges", StringComparison.Ordinal);
            if (isStream)
                open[context] = true;
            await further(context);
            if (isStream)
                open.TryRemove(context, out _);
        });
        next(app);
    };
}
