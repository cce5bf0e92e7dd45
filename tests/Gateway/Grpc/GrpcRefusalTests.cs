using System.Net;
using System.Net.Http.Headers;
using Google.Rpc;
using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Grpc;

public sealed class GrpcRefusalTests(OneGateway one) : IClassFixture<OneGateway>
{
    [Fact]
    public async Task A_wrong_area_is_refused_with_the_reason_and_the_field()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await one.Gateway.Joint.GetJointInspectionAsync(
            new() { Area = "E07000148" }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        var status = refused.GetRpcStatus();
        Assert.Equal("AREA_CODE_IS_DISTRICT", status?.GetDetail<ErrorInfo>()?.Reason);
        Assert.Equal("inspectorates", status?.GetDetail<ErrorInfo>()?.Domain);
        Assert.Equal("area", status?.GetDetail<BadRequest>()?.FieldViolations.Single().Field);
        Assert.Contains("Norfolk", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_answers_the_call_is_UNAVAILABLE_with_the_reason_of_each()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        await gateway["alpha"].StopAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Joint.ListDifferencesAsync(
            new(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        var info = refused.GetRpcStatus()?.GetDetail<ErrorInfo>();
        Assert.Equal("ALL_SOURCES_UNAVAILABLE", info?.Reason);
        Assert.NotEmpty(info!.Metadata["alpha"]);
        Assert.NotNull(refused.GetRpcStatus()?.GetDetail<RetryInfo>());
    }

    [Theory]
    [InlineData("/inspectorates.joint.v1.JointInspectionService/NoSuchMethod")]
    [InlineData("/no.such.Service/Method")]
    public async Task A_method_there_is_none_of_is_UNIMPLEMENTED_with_a_reason(string path)
    {
        var refused = await CallAsync(path, []);

        Assert.Equal(StatusCode.Unimplemented, refused.StatusCode);
        Assert.Equal("METHOD_NOT_FOUND", refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
    }

    [Theory]
    [InlineData(new byte[] { 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { 10, 2, 0xc3, 0x28 })]
    public async Task A_message_that_cannot_be_read_is_the_callers_fault(byte[] message)
    {
        var refused = await CallAsync("/inspectorates.joint.v1.JointInspectionService/GetArea", message);

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("MESSAGE_MALFORMED", refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
    }

    [Fact]
    public async Task gRPC_on_the_port_of_the_pages_is_told_where_to_go()
    {
        using var content = new ByteArrayContent([0, 0, 0, 0, 0]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");

        using var response = await one.Gateway.Http.PostAsync(
            "/inspectorates.joint.v1.JointInspectionService/GetArea", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
        Assert.Contains("gRPC port", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<RpcException> CallAsync(string path, byte[] message)
    {
        var parts = path.Split('/');
        var bytes = Marshallers.Create(value => value, value => value);
        var method = new Method<byte[], byte[]>(MethodType.Unary, parts[1], parts[2], bytes, bytes);
        return await Assert.ThrowsAsync<RpcException>(async () =>
            await one.Gateway.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(), message));
    }
}
