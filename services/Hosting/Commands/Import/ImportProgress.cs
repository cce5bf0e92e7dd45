using Spectre.Console;

namespace Inspectorates.Hosting.Commands.Import;

/// <summary>Shows how far an import is: a bar on a terminal, nothing where output is redirected.</summary>
internal static class ImportProgress
{
    public static async Task<FileSummary> ShowAsync(InputFile file, Func<Action<int>, Task<FileSummary>> run)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected)
            return await run(_ => { });
        // On standard error, so that the summary can be piped.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(file.Path), maxValue: Math.Max(1, file.Records.Count));
            return await run(done => task.Value = done);
        });
    }
}
