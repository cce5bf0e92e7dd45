namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>The categories of a scale and their places in it.</summary>
internal static class Domain
{
    /// <exception cref="ArgumentException">It is empty, or a category is in it twice.</exception>
    public static IReadOnlyDictionary<int, int> Places(IReadOnlyList<int> domain)
    {
        if (domain.Count == 0 || domain.Distinct().Count() != domain.Count)
            throw new ArgumentException("The domain holds every category of the scale once, and at least one.", nameof(domain));
        return domain.Select((category, place) => (category, place)).ToDictionary(pair => pair.category, pair => pair.place);
    }

    /// <exception cref="ArgumentException">The domain has no such category.</exception>
    public static int Place(IReadOnlyDictionary<int, int> places, int category) => places.TryGetValue(category, out var place)
        ? place
        : throw new ArgumentException($"The category {category} is not in the domain.", nameof(category));
}
