using System.Diagnostics;

namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>What comes to be true in its own time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static Task TrueAsync(Func<bool> condition, string otherwise) =>
        TrueAsync(() => Task.FromResult(condition()), otherwise);

    public static async Task TrueAsync(Func<Task<bool>> condition, string otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < Longest, $"After {Longest.TotalSeconds:0} seconds {otherwise}.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
