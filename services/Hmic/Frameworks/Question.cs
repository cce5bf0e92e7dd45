using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Hmic.Frameworks;

/// <summary>A pillar, question or topic that the inspectorate grades by itself.</summary>
/// <param name="Code">Code of the judgement.</param>
/// <param name="Label">As printed, or as the source names it.</param>
/// <param name="Level"><c>pillar</c> or <c>question</c>, as in the source.</param>
internal sealed record Question(string Code, string Label, string Level)
{
    /// <summary>Other wordings of the same question, of other cycles.</summary>
    public IReadOnlyList<string> OtherWordings { get; init; } = [];

    /// <summary>Codes of the processes it covers. Empty: none of the catalogue.</summary>
    public IReadOnlyList<string> Processes { get; init; } = [];

    /// <summary>The stage of the child's journey it covers. Empty: all.</summary>
    public string JourneyStage { get; init; } = "";

    /// <summary>Whether these words name it, however they are typed.</summary>
    public bool IsCalled(string words) =>
        OtherWordings.Append(Label).Any(wording => Words.Key(wording) == Words.Key(words));

    /// <summary>The judgement. None is a headline: the inspectorate makes no overall.</summary>
    public Judgement ToJudgement()
    {
        var judgement = new Judgement { Code = Code, Label = Label, JourneyStage = JourneyStage };
        judgement.Processes.Add(Processes);
        return judgement;
    }
}
