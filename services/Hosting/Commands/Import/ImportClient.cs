using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Commands.Import;

/// <summary>Sends records to the service: a hundred at a time, again with the same id where it was unavailable.</summary>
internal sealed class ImportClient(string address, string token) : IDisposable
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)];
    private readonly GrpcChannel channel = GrpcChannel.ForAddress(address);

    /// <exception cref="RpcException">The service cannot be reached or refuses the request as such.</exception>
    public async Task<IReadOnlyList<ImportOutcome>> SendAsync(IReadOnlyList<ImportedRecord> records, CancellationToken cancelled)
    {
        var client = new ImportService.ImportServiceClient(channel);
        var request = new ImportRecordsRequest { Records = { records }, RequestId = Guid.NewGuid().ToString() };
        var headers = new Metadata { { "authorization", $"Bearer {token}" } };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return (await client.ImportRecordsAsync(request, headers, cancellationToken: cancelled)).Outcomes;
            }
            catch (RpcException fault) when (fault.StatusCode == StatusCode.Unavailable && attempt < Pauses.Length)
            {
                await Task.Delay(Pauses[attempt], cancelled);
            }
            catch (RpcException fault) when (fault.StatusCode == StatusCode.ResourceExhausted && records.Count == 1)
            {
                return [TooLarge(records[0], fault)];
            }
        }
    }

    public void Dispose() => channel.Dispose();

    private static ImportOutcome TooLarge(ImportedRecord record, RpcException fault) => new()
    {
        SourceKey = record.SourceKey,
        Category = ImportOutcome.Types.Category.Refused,
        Explanation = fault.Status.Detail,
    };
}
