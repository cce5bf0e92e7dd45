using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>What authors are called.</summary>
internal sealed class AuthorNames(Descriptions descriptions)
{
    public AgreementAuthor Write(AuthorSet author) => new()
    {
        Key = author.ToString(),
        Inspectorates = { author.Members },
        Label = Words.AtStart(Label(author)),
    };

    /// <summary>As inside a sentence.</summary>
    public string Label(AuthorSet author) =>
        author.IsJoint ? author.Words(code => descriptions.ShortLabel(code)) : descriptions.Label(author.ToString());

    public string Label(string inspectorate) => descriptions.Label(inspectorate);
}
