namespace Inspectorates.Hosting.Imports;

/// <summary>A file is not of the format it was said to be. The message names the file, what is missing and what would be right.</summary>
public sealed class UnreadableFileException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">File, line where known, what is missing and what would be right.</param>
    /// <param name="innerException">The reader's own exception, if any.</param>
    public UnreadableFileException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
