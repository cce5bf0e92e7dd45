using System.Collections.Concurrent;
using System.Data.Common;
using Inspectorates.Hosting.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// A store that notes which tables are read for the calls of a service. SQLite names them itself when it compiles a statement,
/// those of inner queries included; what the service reads on its own account is left out.
/// </summary>
internal sealed class WatchedStore(IStore store) : IStore
{
    private static readonly AsyncLocal<bool> IsInCall = new();

    private readonly ConcurrentDictionary<string, bool> tables = [];

    public IReadOnlyCollection<string> Tables => [.. tables.Keys.Order(StringComparer.Ordinal)];

    public byte[] Seal => store.Seal;

    public void Forget() => tables.Clear();

    public async ValueTask<DbConnection> OpenForReadingAsync(CancellationToken cancelled)
    {
        var connection = (SqliteConnection)await store.OpenForReadingAsync(cancelled);
        // Connections are lent again: for whoever has it next it is decided anew.
        raw.sqlite3_set_authorizer(connection.Handle, IsInCall.Value ? Note : null, null);
        return connection;
    }

    public WriteSession OpenForWriting() => store.OpenForWriting();

    public StoreFault? FaultOf(Exception fault) => store.FaultOf(fault);

    public void Listen(Action committed) => store.Listen(committed);

    public void Dispose() => store.Dispose();

    private int Note(object data, int action, string table, string column, string database, string inner)
    {
        if (action == raw.SQLITE_READ)
            tables[table] = true;
        return raw.SQLITE_OK;
    }

    /// <summary>Marks what is done for a call.</summary>
    public sealed class Calls : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((_, further) =>
            {
                IsInCall.Value = true;
                return further();
            });
            next(app);
        };
    }
}
