using System.Text.RegularExpressions;

namespace Inspectorates.Gateway.Asking;

/// <summary>Reads <c>Gateway:Inspectorates</c>.</summary>
internal static partial class InspectorateList
{
    private const string Example = "for example Gateway__Inspectorates__0__Code=example and "
        + "Gateway__Inspectorates__0__Address=http://127.0.0.1:5101 as environment variables";

    public static IReadOnlyList<InspectorateSettings> Read(SettingsSection section)
    {
        var read = new SortedList<string, InspectorateSettings>(StringComparer.Ordinal);
        var entries = section.Entries("Inspectorates");
        if (entries.Count == 0)
            section.Fault("Inspectorates", $"is empty; give at least one, {Example}");

        foreach (var entry in entries)
        {
            var code = section.Text($"{entry}:Code");
            var address = section.RequiredAddress($"{entry}:Address");
            if (string.IsNullOrEmpty(code))
                section.Fault($"{entry}:Code", $"is missing; {Example}");
            else if (!CodeForm().IsMatch(code))
                section.Fault($"{entry}:Code", $"\"{code}\" is no code; codes are lower-case letters, digits and hyphens");
            else if (read.ContainsKey(code))
                section.Fault($"{entry}:Code", $"\"{code}\" is given twice; each inspectorate has one entry");
            else if (address is not null)
                read.Add(code, new InspectorateSettings(code, address));
        }

        return [.. read.Values];
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
