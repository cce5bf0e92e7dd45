using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>Where a record comes from.</summary>
internal static class SourceRules
{
    public static void Source(this Faults faults, string field, Provenance source, DateOnly today)
    {
        if (faults.Require($"{field}.edition", source.Edition, "ofsted_la_outcomes_at_2025-03-31"))
            faults.Text($"{field}.edition", source.Edition, 200);
        faults.PastDay($"{field}.edition_day", source.EditionDay, today);
        faults.Required($"{field}.authority", source.Authority);
        faults.Text($"{field}.licence", source.Licence, 100);
        faults.Text($"{field}.locator", source.Locator, 200);
        faults.Address($"{field}.uri", source.Uri);
    }

    /// <summary>Checks an address that is shown as a link: no other scheme may pass. Empty: none.</summary>
    public static void Address(this Faults faults, string field, string address)
    {
        faults.Text(field, address, 2000);
        if (address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)))
            faults.Add(ErrorReason.FieldMalformed, field, $"{field} is '{Shown.Of(address)}', not an https or http address.");
    }
}
