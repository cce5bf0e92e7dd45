using Inspectorates.Reference;
using Inspectorates.V1;
using AgencyKind = Inspectorates.Reference.AgencyKind;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>The inspection an input record speaks of: what every kind of source says of it in the same way.</summary>
internal sealed record SourceRecord
{
    /// <summary>Code of the framework.</summary>
    public required string Framework { get; init; }

    /// <summary>The area.</summary>
    public required Area Area { get; init; }

    /// <summary>First day of fieldwork; null: not known.</summary>
    public required DateOnly? Start { get; init; }

    /// <summary>Last day of fieldwork; null: not known.</summary>
    public required DateOnly? End { get; init; }

    /// <summary>Day of publication; null: not known, and then <see cref="Start"/> is.</summary>
    public required DateOnly? PublishedOn { get; init; }

    /// <summary>Where it comes from; the locator is that of the whole.</summary>
    public required Provenance Source { get; init; }

    /// <summary>
    /// What identifies the inspection in every participant's record: framework, area and first fieldwork day; the day of
    /// publication, marked as such, where the first day of fieldwork is not known.
    /// </summary>
    public string Key => $"{Framework}/{Area.DfeCode}/" + (Start is { } start ? SourceDay.Iso(start) : $"published-{Iso(PublishedOn)}");

    /// <summary>The inspection, without participation and what only some sources know.</summary>
    public Inspection Inspection(Inspection.Types.Kind kind) => new()
    {
        Kind = kind,
        State = V1.Inspection.Types.State.Published,
        Framework = Framework,
        Footprint = Footprint,
        Fieldwork = Fieldwork,
        PublishedOn = Iso(PublishedOn),
        Source = Source.Clone(),
    };

    /// <summary>A verdict of the inspection, without process, grade and words.</summary>
    /// <param name="subject">Whom it is about.</param>
    /// <param name="locator">Where in the source it stands.</param>
    public Verdict Verdict(AgencyKind subject, string locator)
    {
        var source = Source.Clone();
        source.Locator = locator;
        return new Verdict
        {
            Framework = Framework,
            Subject = subject.IsAgency
                ? new Subject { Kind = Subject.Types.Kind.Agency, Agency = new V1.Agency { Kind = subject.Code } }
                : new Subject { Kind = Subject.Types.Kind.Partnership },
            Footprint = Footprint,
            Fieldwork = Fieldwork,
            State = V1.Verdict.Types.State.Published,
            PublishedOn = Iso(PublishedOn),
            Source = source,
        };
    }

    private Footprint Footprint => new() { Areas = { Area.DfeCode } };

    private DateRange Fieldwork => new() { Start = Iso(Start), End = Iso(End) };

    private static string Iso(DateOnly? day) => day is { } known ? SourceDay.Iso(known) : "";
}
