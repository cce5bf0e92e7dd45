using System.Globalization;
using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Durability;

/// <summary>Reads a number, adds one and writes it back with the etag it read; where another was quicker, begins again.</summary>
internal sealed class Editor(RecordService service, Samples samples, string name)
{
    private readonly Metadata metadata = service.As("inspector");

    /// <summary>Adds one so many times.</summary>
    /// <returns>How often another was quicker.</returns>
    public async Task<int> AddAsync(int times)
    {
        var refused = 0;
        for (var done = 0; done < times;)
        {
            if (await TryAddAsync())
                done++;
            else
                refused++;
        }

        return refused;
    }

    private async Task<bool> TryAddAsync()
    {
        var read = (await Calls.UntilAnsweredAsync(() => service.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = name }, metadata))).Verdict;
        var next = int.Parse(read.Text, CultureInfo.InvariantCulture) + 1;
        var verdict = samples.Draft(next.ToString(CultureInfo.InvariantCulture));
        verdict.Name = name;
        var request = new SupersedeVerdictRequest { Verdict = verdict, Reason = "one more", Etag = read.Etag, RequestId = Guid.NewGuid().ToString() };
        try
        {
            await Calls.UntilAnsweredAsync(() => service.Verdicts.SupersedeVerdictAsync(request, metadata));
            return true;
        }
        catch (RpcException fault) when (Outcomes.ReasonOf(fault) == "ETAG_MISMATCH")
        {
            return false;
        }
    }
}
