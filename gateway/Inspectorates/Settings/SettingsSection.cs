using System.Globalization;

namespace Inspectorates.Gateway.Asking;

/// <summary>Reads values of a section and collects what is wrong with them, so that all faults are told at once.</summary>
internal sealed class SettingsSection(IConfigurationSection section)
{
    private readonly List<string> faults = [];
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    public void Fault(string key, string whatIsWrong) => faults.Add($"{section.Path}:{key} {whatIsWrong}.");

    public string? Text(string key)
    {
        known.Add(key);
        return section[key]?.Trim();
    }

    /// <summary>Keys of the list's entries, such as <c>Inspectorates:0</c>.</summary>
    public IReadOnlyList<string> Entries(string list) =>
        [.. section.GetSection(list).GetChildren().Select(entry => $"{list}:{entry.Key}")];

    public TimeSpan Duration(string key, TimeSpan usual)
    {
        if (Text(key) is not { Length: > 0 } text)
            return usual;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value > TimeSpan.Zero)
            return value;
        Fault(key, $"\"{text}\" is no duration; write hours:minutes:seconds, for example {usual:c}");
        return usual;
    }

    public int Number(string key, int usual, int least, int most)
    {
        if (Text(key) is not { Length: > 0 } text)
            return usual;
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        Fault(key, $"\"{text}\" must be a number from {least} to {most}");
        return usual;
    }

    public Uri Address(string key, string usual) => Address(key, Text(key) ?? "", usual) ?? new Uri(usual);

    public Uri? RequiredAddress(string key)
    {
        if (Text(key) is { Length: > 0 } text)
            return Address(key, text, "http://127.0.0.1:5101");
        Fault(key, "is missing; write where the service listens, for example http://127.0.0.1:5101");
        return null;
    }

    /// <summary>A misspelt setting must not be silently without effect.</summary>
    public void RefuseUnknown()
    {
        foreach (var (key, value) in section.AsEnumerable(makePathsRelative: true))
            if (value is not null && key.Length > 0 && !known.Contains(key))
                Fault(key, "is not a setting of the gateway");
    }

    public void ThrowIfFaulty()
    {
        if (faults.Count > 0)
            throw new SettingsException(faults);
    }

    private Uri? Address(string key, string text, string example)
    {
        if (text.Length == 0)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" })
            return address;
        Fault(key, $"\"{text}\" is no address; write scheme, host and port and nothing else, for example {example}");
        return null;
    }
}
