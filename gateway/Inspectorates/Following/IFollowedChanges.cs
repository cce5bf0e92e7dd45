using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>Whoever the changes of one inspectorate are followed for: it takes them in and keeps where it stands.</summary>
internal interface IFollowedChanges
{
    /// <summary>Code of the inspectorate.</summary>
    string Inspectorate { get; }

    /// <summary>Where the last change taken in ends; empty: none yet.</summary>
    string Cursor { get; }

    /// <summary>Takes in the change that follows the last one.</summary>
    /// <exception cref="InvalidAnswerException">It is no change of this inspectorate's record.</exception>
    void Take(Change change);

    /// <summary>Everything there was is taken in, and what comes will come.</summary>
    void Follow();

    /// <summary>What comes may be missed from now on. Whether it was followed until now.</summary>
    bool Lose(Exception why);

    /// <summary>The cursor is not taken any more: the changes are read again from the first.</summary>
    void Begin();
}
