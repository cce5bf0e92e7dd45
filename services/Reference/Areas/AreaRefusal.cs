namespace Inspectorates.Reference;

/// <summary>Why a code finds no area.</summary>
/// <param name="Reason">One of the constants here; they are the names of the contract's error reasons.</param>
/// <param name="Message">What the code is and what would be right, as one sentence for the caller.</param>
public sealed record AreaRefusal(string Reason, string Message)
{
    /// <summary>The code is a district's, which has no children's services of its own.</summary>
    public const string CodeIsDistrict = "AREA_CODE_IS_DISTRICT";

    /// <summary>The authority was abolished and its area went to several successors.</summary>
    public const string Abolished = "AREA_ABOLISHED";

    /// <summary>The code is a place outside England.</summary>
    public const string OutOfEngland = "AREA_OUT_OF_ENGLAND";

    /// <summary>The code is of another geography, such as a police force area.</summary>
    public const string CodeIsOtherGeography = "AREA_CODE_IS_OTHER_GEOGRAPHY";

    /// <summary>The code is well formed and no area has, or had, it.</summary>
    public const string Unknown = "AREA_UNKNOWN";

    /// <summary>The code is of no known form.</summary>
    public const string CodeMalformed = "AREA_CODE_MALFORMED";
}
