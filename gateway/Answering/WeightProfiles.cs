using System.Globalization;
using Inspectorates.Gateway.Joint.Balance;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>The weight profiles the operator provides, read once at the start.</summary>
internal sealed class WeightProfiles
{
    private readonly List<Profile> inOrder;

    public WeightProfiles(IEnumerable<Profile> profiles) =>
        inOrder = [.. profiles.OrderBy(profile => profile.Id, StringComparer.Ordinal).ThenByDescending(profile => profile.Version)];

    /// <summary>Ids, each once, in order.</summary>
    public IReadOnlyList<string> Ids => [.. inOrder.Select(profile => profile.Id).Distinct()];

    /// <summary>The newest version of each.</summary>
    public IReadOnlyList<WeightProfile> Newest => [.. inOrder.DistinctBy(profile => profile.Id).Select(ProfileRecords.Write)];

    /// <summary>The profile asked for by <c>id</c>, the newest version, or <c>id@version</c>.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public Profile Find(string asked) =>
        inOrder.Find(profile => asked == profile.Id || asked == string.Create(CultureInfo.InvariantCulture, $"{profile.Id}@{profile.Version}"))
        ?? throw new RefusedException(
            ErrorReason.WeightProfileUnknown,
            inOrder.Count == 0
                ? "There is no such weight profile; there are none here."
                : $"There is no such weight profile; there are {string.Join(", ", Ids)}. A certain version is asked for as id@version.")
        { Field = "profile" };

    /// <summary>All, in pages.</summary>
    /// <exception cref="RefusedException">The page size or token is wrong.</exception>
    public ListWeightProfilesResponse List(ListWeightProfilesRequest request)
    {
        var question = new ListWeightProfilesRequest(request) { PageSize = 0, PageToken = "" };
        var (page, next) = PageToken.Cut(inOrder, question, request.PageSize, request.PageToken);
        return new() { Profiles = { page.Select(ProfileRecords.Write) }, NextPageToken = next };
    }

    /// <summary>One.</summary>
    /// <exception cref="RefusedException">None is named, or there is none of the name.</exception>
    public GetWeightProfileResponse Get(GetWeightProfileRequest request) => request.Profile.Length == 0
        ? throw new RefusedException(ErrorReason.FieldRequired, "No weight profile was given: use its id.") { Field = "profile" }
        : new() { Profile = ProfileRecords.Write(Find(request.Profile)) };
}
