using Inspectorates.Reference;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>A letter on a joint targeted area inspection, read and checked.</summary>
internal sealed record Letter
{
    /// <summary>The area.</summary>
    public required Area Area { get; init; }

    /// <summary>First and last day of fieldwork; null where the source does not say.</summary>
    public required (DateOnly Start, DateOnly End)? Fieldwork { get; init; }

    /// <summary>The day of publication; null where the source does not say. Never null where <see cref="Fieldwork"/> is.</summary>
    public required DateOnly? PublishedOn { get; init; }

    /// <summary>The day by which a written statement of proposed action is due; null where none is given.</summary>
    public required DateOnly? StatementDueOn { get; init; }

    /// <summary>The theme. Empty: none is given.</summary>
    public required string Theme { get; init; }

    /// <summary>Codes of the inspectorates named; null where the list is missing or empty, so that nobody knows.</summary>
    public required IReadOnlyCollection<string>? Inspectorates { get; init; }

    /// <summary>The findings in the order of the letter.</summary>
    public required IReadOnlyList<Bullet> Bullets { get; init; }

    /// <summary>The file the letter was read from by its source. Empty: not told.</summary>
    public required string SourceFile { get; init; }

    /// <summary>What is known to be wrong or unusual, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>One finding of a letter.</summary>
/// <param name="Grade">The grade its section stands for.</param>
/// <param name="Section">Name of the section in the source.</param>
/// <param name="Index">Its place in the section, from 0.</param>
/// <param name="Text">The words as published, at most <see cref="LongestText"/> characters.</param>
internal sealed record Bullet(JointGrade Grade, string Section, int Index, string Text)
{
    /// <summary>The most a verdict's text may hold, by the contract.</summary>
    public const int LongestText = 4000;
}
