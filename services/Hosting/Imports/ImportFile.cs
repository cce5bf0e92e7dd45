namespace Inspectorates.Hosting.Imports;

/// <summary>A file being imported.</summary>
/// <param name="Path">Its path as the caller gave it, for messages.</param>
/// <param name="Edition">The edition it is: given, or its name without extension.</param>
/// <param name="EditionDay">The day of the edition; null where neither the edition's name nor the caller tells it.</param>
/// <param name="Open">Opens its content from the beginning; the caller disposes it. UTF-8, with or without a byte-order mark.</param>
public sealed record ImportFile(string Path, string Edition, DateOnly? EditionDay, Func<Stream> Open);
