using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>
/// What is remembered of an inspectorate between questions: how it describes itself, and since when it fails. Kept in
/// memory only: another replica, or this one after a restart, learns it again.
/// </summary>
/// <param name="started">When the gateway began to ask: a source never reached has failed since then.</param>
internal sealed class SourceMemory(DateTimeOffset started)
{
    /// <summary>How long a self-description is good before it is read again.</summary>
    public static readonly TimeSpan DescriptionAge = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DateTimeOffset? failingSince = started;
    private DateTimeOffset describedAt;

    /// <summary>Its latest self-description; null: never reached.</summary>
    public Inspectorate? Description { get; private set; }

    /// <summary>Since when it has not answered properly; null: its last answer was proper.</summary>
    public DateTimeOffset? FailingSince
    {
        get
        {
            lock (gate)
                return failingSince;
        }
    }

    /// <summary>Whether its description is to be read, for the first time or again.</summary>
    public bool WantsDescription(DateTimeOffset now)
    {
        lock (gate)
            return Description is null || now - describedAt >= DescriptionAge;
    }

    public void Described(Inspectorate description, DateTimeOffset at)
    {
        lock (gate)
            (Description, describedAt) = (description, at);
    }

    public void Answered()
    {
        lock (gate)
            failingSince = null;
    }

    /// <summary>It failed to answer a question asked then; says since when it fails.</summary>
    public DateTimeOffset Failed(DateTimeOffset asked)
    {
        lock (gate)
            return failingSince ??= asked;
    }
}
