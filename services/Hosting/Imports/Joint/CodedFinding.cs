using Inspectorates.Reference;
using AgencyKind = Inspectorates.Reference.AgencyKind;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>A statement of a published report coded by reading, read and checked.</summary>
internal sealed record CodedFinding
{
    /// <summary>Its number in the file, unique there.</summary>
    public required string Id { get; init; }

    /// <summary>The area.</summary>
    public required Area Area { get; init; }

    /// <summary>Code of the framework.</summary>
    public required string Framework { get; init; }

    /// <summary>The joint framework; null where one inspectorate inspects alone under it.</summary>
    public required JointFramework? Joint { get; init; }

    /// <summary>Whether it is what all that took part found together, and not one of them alone.</summary>
    public required bool FoundTogether { get; init; }

    /// <summary>Code of the process.</summary>
    public required string Process { get; init; }

    /// <summary>The aspect of it, a slug.</summary>
    public required string Aspect { get; init; }

    /// <summary>Whom it is about.</summary>
    public required AgencyKind Subject { get; init; }

    /// <summary>Code of the grade in the framework's scale.</summary>
    public required string Grade { get; init; }

    /// <summary>First day of fieldwork; null: not known.</summary>
    public required DateOnly? Start { get; init; }

    /// <summary>Last day of fieldwork; null: not known.</summary>
    public required DateOnly? End { get; init; }

    /// <summary>Day of publication; null: not known, and then <see cref="Start"/> is.</summary>
    public required DateOnly? PublishedOn { get; init; }

    /// <summary>The report and the page. Empty: not told.</summary>
    public required string Locator { get; init; }

    /// <summary>The statement in the coder's words, never the report's.</summary>
    public required string Paraphrase { get; init; }
}
