using Inspectorates.Gateway;
using Inspectorates.Gateway.Asking;

try
{
    await GatewayHost.Build(args).RunAsync();
    return 0;
}
catch (SettingsException unusable)
{
    await Console.Error.WriteLineAsync(unusable.Message);
    return 2;
}
catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync(taken.Message);
    return 1;
}
