using Grpc.Core;

namespace Inspectorates.SystemTests.Durability;

/// <summary>Calls by callers who keep to the rule: what has no answer is sent again as it was.</summary>
internal static class Calls
{
    public static async Task<T> UntilAnsweredAsync<T>(Func<AsyncUnaryCall<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (RpcException fault) when (Outcomes.IsToBeSentAgain(fault))
            {
                await Task.Delay(10);
            }
        }
    }
}
