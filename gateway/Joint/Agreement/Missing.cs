using Inspectorates.Gateway.Joint.Differences;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>Who gave no proper answer, so that what is compared may lack what it would have said.</summary>
internal sealed class Missing(IReadOnlyList<SourceAnswer> answers, Catalogue catalogue)
{
    private readonly string[] all =
        [.. answers.Where(answer => !answer.IsProper).Select(answer => answer.Inspectorate).Order(StringComparer.Ordinal)];

    private readonly Remits remits = new(answers, catalogue.Fallback);

    /// <summary>Codes of those among the authors; all, where the members of a joint report are not known.</summary>
    public IReadOnlyList<string> Of(AuthorSet one, AuthorSet other) => one.IsMembersUnknown || other.IsMembersUnknown
        ? all
        : [.. all.Where(code => one.Members.Contains(code) || other.Members.Contains(code))];

    /// <summary>Codes of those that may have judged the topic.</summary>
    public IReadOnlyList<string> Of(Topic topic) => topic.Process.Length > 0 ? remits.Unavailable(topic.Process) : all;
}
