using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Conformance.Verification;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public sealed class CheckpointingTests(RunningService<FictionalInspectorate> service) : IClassFixture<RunningService<FictionalInspectorate>>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Checkpoints_are_signed_by_themselves_where_the_log_has_grown_and_once_more_at_the_end()
    {
        (await Refused.ByAsync(service.Audit.GetCheckpointAsync(new GetCheckpointRequest(), service.As("auditor"), cancellationToken: Stop)))
            .Is(StatusCode.NotFound, "CHECKPOINT_NOT_FOUND", "size");
        await RecordAsync();
        await Eventually.HoldsAsync(async () =>
        {
            service.Time.Advance(TimeSpan.FromSeconds(10));
            return await SizeAsync() == 1;
        });
        await RecordAsync();
        Assert.Equal(1, await SizeAsync());

        await service.StopAsync();
        await service.StartAsync();

        Assert.Equal(2, await SizeAsync());
        var verified = await SampleRecord.VerifyAsync($"Data Source={service.StoreFile}");
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
        Assert.Contains("2 entries", verified.Out, StringComparison.Ordinal);
        Assert.Contains(" 2 checkpoints", verified.Out, StringComparison.Ordinal);
    }

    private async Task<long> SizeAsync()
    {
        try
        {
            return (await service.Audit.GetCheckpointAsync(new GetCheckpointRequest(), service.As("auditor"), cancellationToken: Stop)).Checkpoint.Size;
        }
        catch (RpcException none) when (none.StatusCode == StatusCode.NotFound)
        {
            return 0;
        }
    }

    private async Task RecordAsync() => await service.Verdicts.RecordVerdictAsync(
        Samples.Recording(new Samples(service.Description).Published("X02", "2024-02-01")), service.As("inspector"), cancellationToken: Stop);
}
