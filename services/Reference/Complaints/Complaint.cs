namespace Inspectorates.Reference;

/// <summary>What was complained of about joint inspection, and where it is answered.</summary>
/// <param name="Id">Its number: <c>F1</c>.</param>
/// <param name="What">What was complained of, in short words of our own.</param>
/// <param name="Concerns">Whom it concerns: <c>a police force</c>.</param>
/// <param name="Sentence">What is done about it and where it is seen, in plain words to whoever it concerns.</param>
/// <param name="Contract">Full names of the elements of the contract that answer it; at least one.</param>
/// <param name="Places">Where it is seen; at least one.</param>
public sealed record Complaint(
    string Id, string What, string Concerns, string Sentence, IReadOnlyList<string> Contract, IReadOnlyList<ComplaintPlace> Places);

/// <summary>A place on the pages of the joint view.</summary>
/// <param name="Label">What is seen there, in a few words.</param>
/// <param name="Path">Its path, with query and anchor where it has them: <c>/areas/X03#recommendations</c>.</param>
public sealed record ComplaintPlace(string Label, string Path);
