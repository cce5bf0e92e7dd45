using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Inspectorates.Gateway.Answering;
using Status = Google.Rpc.Status;

namespace Inspectorates.Gateway.Grpc;

/// <summary>Tells a refusal as <c>google.rpc.Status</c>.</summary>
internal static class GrpcRefusals
{
    /// <summary>The domain of every error reason of the contract.</summary>
    public const string Domain = "inspectorates";

    /// <param name="refused">Why.</param>
    /// <param name="code">The gRPC code, where it is another than the reason's own.</param>
    public static Status ToStatus(this RefusedException refused, StatusCode? code = null)
    {
        var info = new ErrorInfo { Domain = Domain, Reason = Reasons.Name(refused.Reason) };
        foreach (var source in refused.Sources)
            info.Metadata[source.Inspectorate] = source.Reason;

        var status = new Status { Code = (int)(code ?? Reasons.Code(refused.Reason)), Message = refused.Message };
        status.Details.Add(Any.Pack(info));
        if (refused.Field.Length > 0)
            status.Details.Add(Any.Pack(new BadRequest
            {
                FieldViolations =
                {
                    refused.Faults.DefaultIfEmpty(new(refused.Field, refused.Message)).Select(fault =>
                        new BadRequest.Types.FieldViolation
                        {
                            Field = fault.Field, Description = fault.Message, Reason = info.Reason,
                        }),
                },
            }));
        if (refused.RetryAfter is { } wait)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));
        return status;
    }
}
