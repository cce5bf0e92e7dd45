namespace Inspectorates.Reference;

/// <summary>One agency that takes part in protecting children.</summary>
/// <param name="Kind">Code of its kind, one of <see cref="AgencyKinds.All"/>: <c>police-force</c>.</param>
/// <param name="Code">Its code in the form the kind prescribes: <c>E23000024</c>. Never empty.</param>
/// <param name="Name">Its name: <c>Norfolk Constabulary</c>.</param>
public sealed record Agency(string Kind, string Code, string Name);
