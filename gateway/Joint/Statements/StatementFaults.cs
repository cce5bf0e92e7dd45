using Inspectorates.Gateway.Joint.Recommendations;
using Inspectorates.V1;
using static Inspectorates.V1.Statement.Types;

namespace Inspectorates.Gateway.Joint.Statements;

/// <summary>What can be wrong in a record of a statement so that it cannot be told.</summary>
internal static class StatementFaults
{
    public static IEnumerable<string> Of(Statement statement, string inspectorate, string? area)
    {
        var name = statement.Name;
        foreach (var fault in AnswerCheck.RecordFaults("statement", name, $"inspectorates/{inspectorate}/statements/", statement.Inspectorate, inspectorate))
            yield return fault;
        if (area is not null && statement.Footprint?.Areas.Contains(area) is not true)
            yield return $"{name} is not about the area asked for ({area}).";
        if (!AnswerCheck.IsGiven(statement.State) || !AnswerCheck.IsGiven(statement.Requirement) || !Enum.IsDefined(statement.DueBasis))
            yield return $"{name} says something that is not known here.";
        if ((statement.Requirement is Requirement.Needed) != (statement.PrincipalAuthority is { } principal && BodyWords.IsWhole(principal)))
            yield return $"{name} says that a statement is needed and not from whom, or the reverse.";
        if ((statement.DueOn.Length > 0) != (statement.DueBasis is not DueBasis.Unspecified))
            yield return $"{name} has a day and does not say where it comes from, or the reverse.";
        foreach (var day in new[] { statement.DueOn, statement.ReceivedOn, statement.ReportReceivedOn }.Where(day => day.Length > 0 && Days.Parse(day) is null))
            yield return $"{name} has \"{day}\" for a day.";
    }
}
