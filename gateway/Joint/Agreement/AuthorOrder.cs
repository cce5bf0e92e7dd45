using Inspectorates.Gateway.Joint.Differences;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>Single inspectorates before joint reports, each by their codes.</summary>
internal sealed class AuthorOrder : IComparer<AuthorSet>
{
    public static readonly AuthorOrder Instance = new();

    public int Compare(AuthorSet one, AuthorSet other) => one.IsJoint != other.IsJoint
        ? one.IsJoint.CompareTo(other.IsJoint)
        : string.CompareOrdinal(one.ToString(), other.ToString());
}
