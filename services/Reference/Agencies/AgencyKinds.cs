using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Inspectorates.Reference;

/// <summary>The kinds of agency, and who is host for which.</summary>
public static class AgencyKinds
{
    /// <summary>
    /// The code of what is no agency but the partnership: the process as a whole in an area. It is in the table so
    /// that the words for it can be read; it has no host and no codes.
    /// </summary>
    public const string Partnership = "partnership";

    private static readonly Lazy<State> Loaded = new(Load);

    /// <summary>All kinds that are agencies, in the order of the table.</summary>
    public static IReadOnlyList<AgencyKind> All => Loaded.Value.Agencies;

    /// <summary>The kinds an inspectorate has powers over; none for an inspectorate unknown here.</summary>
    public static IReadOnlyList<AgencyKind> HostedBy(string inspectorate) =>
        [.. All.Where(kind => kind.Host == inspectorate)];

    /// <summary>Finds a kind by its code; false where there is none.</summary>
    public static bool TryFind(string code, [NotNullWhen(true)] out AgencyKind? kind) =>
        Loaded.Value.ByCode.TryGetValue(code, out kind);

    /// <summary>
    /// Reads a word by which a source names whom a finding is about (<c>police</c>, <c>health</c>, <c>council</c>),
    /// whatever its case. The partnership comes as the kind with <see cref="AgencyKind.IsAgency"/> false.
    /// </summary>
    /// <returns>Null for a word that is not in the table: it is reported, never guessed.</returns>
    public static AgencyKind? FromSubjectWord(string word) => Loaded.Value.ByWord.GetValueOrDefault(Names.Slug(word));

    /// <summary>
    /// Whether two kinds may mean the same agency: equal, or one within the other (<c>health</c> and <c>nhs-trust</c>,
    /// since a source that says only <c>health</c> may mean the trust).
    /// </summary>
    public static bool MayBeSame(string one, string other) =>
        one == other || IsWithin(one, other) || IsWithin(other, one);

    private static bool IsWithin(string inner, string outer) =>
        TryFind(inner, out var kind) && kind.Within is { } within && (within == outer || IsWithin(within, outer));

    private static State Load()
    {
        var kinds = new List<AgencyKind>();
        var byWord = new Dictionary<string, AgencyKind>();
        foreach (var row in Table.Read("agency-kinds.csv"))
        {
            var code = row.Required("code");
            var kind = new AgencyKind
            {
                Code = code,
                Label = row.Required("label"),
                Host = row.Optional("host"),
                JointFindingsKeptBy = row.Required("joint_findings_kept_by"),
                Within = row.Optional("within"),
                IdentifierPattern = row.Optional("identifier_pattern"),
                IdentifierExample = row.Optional("identifier_example"),
                IdentifierWords = row.Optional("identifier_words"),
                SubjectWords = [code, .. row.List("subject_words")],
            };
            kinds.Add(kind);
            foreach (var word in kind.SubjectWords)
                if (!byWord.TryAdd(word, kind))
                    throw row.Fault("subject_words", $"\"{word}\" already means another kind");
        }

        return new State(
            [.. kinds.Where(kind => kind.IsAgency)],
            kinds.ToFrozenDictionary(kind => kind.Code),
            byWord.ToFrozenDictionary());
    }

    private sealed record State(
        IReadOnlyList<AgencyKind> Agencies,
        FrozenDictionary<string, AgencyKind> ByCode,
        FrozenDictionary<string, AgencyKind> ByWord);
}
