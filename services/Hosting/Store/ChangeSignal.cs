namespace Inspectorates.Hosting.Store;

/// <summary>Wakes those who wait for something new in the store.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource next = Fresh();

    /// <summary>Completes at the next commit. Take it before looking, or a commit in between is missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Raise() => Interlocked.Exchange(ref next, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
