using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>A refusal as the contract has services write it.</summary>
public static class ScriptedRefusal
{
    public static RpcException Of(StatusCode code, ErrorReason reason)
    {
        var name = ErrorReasonReflection.Descriptor.EnumTypes[0].FindValueByNumber((int)reason).Name;
        var status = new Google.Rpc.Status { Code = (int)code, Message = "Refused." };
        status.Details.Add(Any.Pack(new ErrorInfo { Domain = "inspectorates", Reason = name }));
        return status.ToRpcException();
    }
}
