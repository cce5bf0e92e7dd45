using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>Texts that do harm where they are not taken as text, and every field that holds text.</summary>
internal static class HarmfulTexts
{
    public static string[] All { get; } =
    [
        "=cmd|' /C calc'!A0",
        "+1+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "</title></style><svg onload=alert(1)>",
        "{{7*7}} ${7*7} @(7*7)",
        "'; DROP TABLE entry; --",
        "&lt;b&gt; &amp; &#x3c;",
        "%0d%0aset-cookie: x=y",
    ];

    /// <summary>The fields of a published verdict.</summary>
    public static (string Field, Action<Verdict, string> Put)[] OfVerdicts { get; } =
    [
        ("text", (verdict, text) => verdict.Text = text),
        ("footprint.label", (verdict, text) => verdict.Footprint.Label = text),
        ("subject.agency.name", (verdict, text) => verdict.Subject = new Subject { Kind = Subject.Types.Kind.Agency, Agency = new Agency { Kind = "local-authority", Name = text } }),
        ("not_judged_reason", (verdict, text) => (verdict.Grade, verdict.NotJudgedReason) = (null, text)),
        ("placed_because", (verdict, text) => (verdict.PublishedOn, verdict.PlacedOn, verdict.PlacedBecause) = ("", "2025-05-01", text)),
        ("evidence[0].reference", (verdict, text) => verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.TrackedChild, Reference = text })),
        ("mapped_from", (verdict, text) => (verdict.Coding, verdict.MappedFrom) = (Verdict.Types.Coding.Mapped, text)),
        ("source.edition", (verdict, text) => verdict.Source.Edition = text),
        ("source.licence", (verdict, text) => verdict.Source.Licence = text),
        ("source.locator", (verdict, text) => verdict.Source.Locator = text),
        ("source.uri", (verdict, text) => verdict.Source.Uri = text),
        ("source.uri", (verdict, text) => verdict.Source.Uri = "https://example.org/?q=" + text),
        ("aspect", (verdict, text) => verdict.Aspect = text),
        ("process", (verdict, text) => verdict.Process = text),
        ("grade.label", (verdict, text) => verdict.Grade.Label = text),
    ];

    /// <summary>The fields of an inspection.</summary>
    public static (string Field, Action<Inspection, string> Put)[] OfInspections { get; } =
    [
        ("theme", (inspection, text) => inspection.Theme = text),
        ("notes[0]", (inspection, text) => inspection.Notes.Add(text)),
        ("participation[0].reason", (inspection, text) => inspection.Participation.Add(new Participation { Inspectorate = "cqc", State = Participation.Types.State.Withdrew, Reason = text })),
        ("footprint.label", (inspection, text) => inspection.Footprint.Label = text),
        ("agencies[0].name", (inspection, text) => inspection.Agencies.Add(new Agency { Kind = "local-authority", Name = text })),
    ];
}
