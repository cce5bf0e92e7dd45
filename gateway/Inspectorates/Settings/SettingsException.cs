namespace Inspectorates.Gateway.Asking;

/// <summary>The settings are not usable.</summary>
/// <param name="faults">Every fault, each a sentence that begins with the setting's name.</param>
public sealed class SettingsException(IReadOnlyList<string> faults)
    : Exception("The settings are not usable:\n" + string.Join('\n', faults.Select(fault => "  " + fault)))
{
    /// <summary>Every fault, each a sentence that begins with the setting's name.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
