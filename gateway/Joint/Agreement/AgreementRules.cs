namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>What is compared, in sentences that are printed with every answer.</summary>
public static class AgreementRules
{
    /// <summary>The rules.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="options">The parameters.</param>
    public static IReadOnlyList<string> Of(AgreementQuestion question, AgreementOptions options) =>
    [
        "Compared is where the owner of each grade says that it stands: exceeds, meets, mixed, falls short or fails. Grades of different "
            + "scales are never compared.",
        "Of each author its latest verdict in an area on a process counts, by the end of fieldwork, else publication, else the day it was "
            + "placed at. Of several on one day one about the whole counts before one about a part, and one about the partnership before one "
            + "about an agency; where those left stand differently the area is not compared. A verdict about several areas counts in each.",
        "Never compared are verdicts that give no standing, were withdrawn, rest on other agencies' opinions only or arise from the same "
            + $"inspection{(question.IncludePilots ? "" : ", and verdicts from pilots")}. Fictional areas are left out.",
        "A joint report is one author: all inspectorates that made it.",
        "Of broad judgements the overall of each author's latest inspection counts. Different services are not an error of either.",
        "Mixed is a step only where a scale compared has it. Without it meets and falls short are neighbours.",
        $"Below {options.Floor} comparable units no coefficient is given. A coefficient that is undefined is given as undefined, never as a number.",
        $"An interval holds 95 in 100 of {options.Replicates} draws of areas with replacement, from the seed {options.Seed}; whatever is known of "
            + "an area is drawn together.",
    ];
}
