namespace Inspectorates.Gateway.Asking;

/// <summary>A service answered with something that cannot be used.</summary>
/// <param name="message">What is wrong with it, in our own words: a sentence shown to readers.</param>
internal sealed class InvalidAnswerException(string message) : Exception(message)
{
    // A fault names the record it is in, and what a record is called is the service's to choose.
    private const int LongestFault = 300;

    /// <summary>The answer was read and has a fault.</summary>
    public static InvalidAnswerException Because(string fault) =>
        new("What its service answered cannot be used. " + (fault.Length <= LongestFault ? fault : fault[..LongestFault] + "…"));
}
