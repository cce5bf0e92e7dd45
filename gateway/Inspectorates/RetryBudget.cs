namespace Inspectorates.Gateway.Asking;

/// <summary>
/// Keeps retries in proportion: each first attempt earns a tenth of a retry, so that a source in trouble never gets
/// much more than it would have got without retries.
/// </summary>
internal sealed class RetryBudget
{
    private const int Price = 10;
    private const int Most = 2 * Price;
    private int tenths = Most;

    /// <summary>A first attempt was made.</summary>
    public void Earn()
    {
        if (Interlocked.Increment(ref tenths) > Most)
            Interlocked.Decrement(ref tenths);
    }

    /// <summary>Whether one more retry is within proportion; if so it is spent.</summary>
    public bool TrySpend()
    {
        if (Interlocked.Add(ref tenths, -Price) >= 0)
            return true;
        Interlocked.Add(ref tenths, Price);
        return false;
    }
}
