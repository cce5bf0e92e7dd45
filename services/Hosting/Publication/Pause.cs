namespace Inspectorates.Hosting.Publication;

/// <summary>
/// How long to wait before what failed is tried again: twice as long every time, up to a limit. It is measured by a clock that does not
/// step, and forgotten at a restart, after which everything is tried at once.
/// </summary>
internal sealed class Pause(TimeProvider time, TimeSpan longest)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (long Since, TimeSpan For)> pauses = new(StringComparer.Ordinal);

    /// <summary>Whether something is not to be tried yet.</summary>
    public bool Holds(string what)
    {
        lock (pauses)
            return pauses.TryGetValue(what, out var pause) && time.GetElapsedTime(pause.Since) < pause.For;
    }

    /// <summary>It failed.</summary>
    /// <returns>Whether it had not failed before: to be told of once.</returns>
    public bool Lengthen(string what)
    {
        lock (pauses)
        {
            var isFirst = !pauses.TryGetValue(what, out var pause);
            var wait = isFirst ? First : pause.For * 2;
            pauses[what] = (time.GetTimestamp(), wait < longest ? wait : longest);
            return isFirst;
        }
    }

    /// <summary>It went well.</summary>
    public void End(string what)
    {
        lock (pauses)
            pauses.Remove(what);
    }
}
