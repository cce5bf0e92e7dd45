using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>Whoever is told what one follower hears. Told in order, under the teller's lock: it must not ask back.</summary>
internal interface IChangesHeard
{
    /// <summary>A change, with every area that it touches: those it is about now and those it was about before.</summary>
    void Hear(Change change, ChangedRecord record, IReadOnlyCollection<string> areas);

    /// <summary>Everything there was is taken in, and what comes will come.</summary>
    void Follow();

    /// <summary>What comes may be missed from now on.</summary>
    bool Lose(Exception why);

    /// <summary>The changes are read again from the first.</summary>
    void Begin();
}
