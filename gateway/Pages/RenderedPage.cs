using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Inspectorates.Gateway.Pages;

/// <summary>
/// A component rendered to the whole of a page. It uses the renderer alone: the pages have no forms that write, no
/// scripts and no state, and so need none of the keys and services that interactive components bring.
/// </summary>
internal sealed class RenderedPage(Type component, Dictionary<string, object?> parameters, int status) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        await using var renderer = new HtmlRenderer(
            context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters))).ToHtmlString());
        var bytes = Encoding.UTF8.GetBytes(html);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
