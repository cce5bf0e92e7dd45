using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// Whose verdict it is: one inspectorate's, or for a joint finding that of all that took part. A joint finding whose
/// members are not known has a set of its own, equal to no single inspectorate's.
/// </summary>
internal readonly record struct AuthorSet
{
    private const string MembersUnknown = "?";

    private readonly string key;

    private AuthorSet(string key) => this.key = key;

    public bool IsMembersUnknown => key == MembersUnknown;

    public bool IsJoint => IsMembersUnknown || Members.Count > 1;

    /// <summary>Codes in ascending order; empty where they are not known.</summary>
    public IReadOnlyList<string> Members => IsMembersUnknown ? [] : key.Split('+');

    public static AuthorSet Of(Verdict verdict) => Of(verdict.Authors);

    public static AuthorSet Of(IEnumerable<string> authors)
    {
        var codes = authors.Distinct().Order(StringComparer.Ordinal).ToList();
        return new AuthorSet(codes.Count == 0 ? MembersUnknown : string.Join('+', codes));
    }

    /// <summary>In words: "A", "the joint inspection by A, B and C".</summary>
    public string Words(Func<string, string> label) =>
        IsMembersUnknown ? "the joint inspection (who took part is not known)"
        : IsJoint ? $"the joint inspection by {Gateway.Joint.Words.List(Members.Select(label))}"
        : label(key);

    /// <inheritdoc/>
    public override string ToString() => key;
}
