using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>What can be wrong in a position so that it cannot be told.</summary>
internal static class PositionAnswerFaults
{
    public static IEnumerable<string> Of(Position position, string inspectorate, string? area)
    {
        var name = position.Name;
        foreach (var fault in AnswerCheck.RecordFaults("position", name, $"inspectorates/{inspectorate}/positions/", position.Inspectorate, inspectorate))
            yield return fault;
        if (position.Difference.Length == 0)
            yield return $"{name} is on no difference.";
        if (area is not null && position.Area != area)
            yield return $"{name} is not about the area asked for ({area}).";
        if (position.RecordedAt is null)
            yield return $"{name} does not say when it was recorded.";
        if (!AnswerCheck.IsGiven(position.State))
            yield return $"{name} is in a state that is not known here.";
        else if ((position.State is Position.Types.State.Blind) != (position.ShownAt is null))
            yield return $"{name} says both that it is blind and that it is shown, or neither.";
        if (!Enum.IsDefined(position.Choice) || !Enum.IsDefined(position.ShownBecause))
            yield return $"{name} says something that is not known here.";
        else if (position.State is Position.Types.State.Shown or Position.Types.State.Superseded && position.Choice is Position.Types.Choice.Unspecified)
            yield return $"{name} is shown and says nothing.";
    }
}
