namespace Inspectorates.Hosting.Settings;

/// <summary>The settings are not such that the service can start. All faults are named at once.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="faults">Every fault: the setting, what it holds and what would be right.</param>
    public SettingsException(IReadOnlyList<string> faults)
        : base("The service does not start. " + string.Join(Environment.NewLine, faults.Select(fault => "- " + fault).Prepend("Settings at fault:")))
    {
        Faults = faults;
    }

    /// <summary>Every fault found.</summary>
    public IReadOnlyList<string> Faults { get; }
}
