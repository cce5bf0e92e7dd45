namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>How a scripted inspectorate treats questions.</summary>
public enum Behaviour
{
    Answers,
    Hangs,
    AnswersAfterFiveSeconds,
    SaysUnavailable,
    SaysInternal,
    AnswersGarbage,
    AnswersTooMuch,
    AnswersForAnotherArea,
    CutsTheAnswer,
    PagesWithoutEnd,
    RefusesTheToken,
}
