namespace Inspectorates.Conformance;

/// <summary>Waits for what a service does by itself, on a thread of its own.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task HoldsAsync(Func<Task<bool>> holds)
    {
        var until = DateTime.UtcNow + Patience;
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < until, $"Not within {Patience.TotalSeconds} s.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
