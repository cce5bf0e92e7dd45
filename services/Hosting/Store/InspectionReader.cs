using System.Data.Common;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>Reads inspections as a caller may see them.</summary>
internal sealed class InspectionReader(IStore store)
{
    /// <summary>The latest revision the caller may see.</summary>
    /// <param name="known">Or could have known at this instant; null: now.</param>
    /// <exception cref="RefusalException">There is none.</exception>
    public async Task<Inspection> GetAsync(Caller caller, string name, DateTimeOffset? known, CancellationToken cancelled)
    {
        var views = Views.Of(caller);
        return await RecordReader.GetAsync(store, views, views.Inspections, name, known, Read, cancelled)
            ?? throw RefusalException.Of(ErrorReason.InspectionNotFound, "name", $"There is no inspection '{Records.Shown.Of(name)}' that you may see.");
    }

    /// <summary>Inspections as they were public by the end of a day, newest fieldwork first.</summary>
    public Task<Page<Inspection>> ListAsync(Caller caller, InspectionQuery query, int size, PagePlace? after, CancellationToken cancelled)
    {
        var views = Views.Of(caller);
        var (filter, parameters) = query.Framework.Length == 0
            ? ("", Array.Empty<(string, object?)>())
            : (" AND v.framework = @framework", [("@framework", query.Framework)]);
        return RecordReader.ListAsync(store, views, views.Inspections, query.Which, filter, parameters, size, after, Read, cancelled);
    }

    private static Inspection Read(DbDataReader row) => Inspection.Parser.ParseFrom(row.Bytes(0));
}

/// <summary>Which inspections are asked for; empty filters leave nothing out.</summary>
internal sealed record InspectionQuery(ListQuery Which, string Framework);
