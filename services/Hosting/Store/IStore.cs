using System.Data.Common;

namespace Inspectorates.Hosting.Store;

/// <summary>A database that holds the record.</summary>
internal interface IStore : IDisposable
{
    /// <summary>The key that seals page tokens and cursors, so that a made-up one is told apart. Kept in the store.</summary>
    byte[] Seal { get; }

    /// <summary>The connection of this process's one writer. What it commits is on the disk when the commit returns.</summary>
    WriteSession OpenForWriting();

    /// <summary>A connection to read with, off the writer; the caller disposes it.</summary>
    ValueTask<DbConnection> OpenForReadingAsync(CancellationToken cancelled);

    /// <summary>What a failure of the database means; null: it is none of the database's.</summary>
    StoreFault? FaultOf(Exception fault);

    /// <summary>Calls back whenever another process has committed; on a store that only this one writes, never.</summary>
    /// <param name="committed">Called on any thread.</param>
    void Listen(Action committed);
}

/// <summary>What a failure of the database means to a caller.</summary>
internal enum StoreFault
{
    /// <summary>There is no room: nothing was written, reads go on.</summary>
    Full,

    /// <summary>It is busy, restarting or cut off: the same request may be sent again.</summary>
    Unavailable,
}
