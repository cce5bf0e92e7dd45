namespace Inspectorates.SystemTests.BadInput;

/// <summary>Which ways a case is sent.</summary>
internal enum Ways
{
    /// <summary>To the inspectorate's service, and through the gateway to it.</summary>
    Both,

    /// <summary>To the service alone.</summary>
    Direct,

    /// <summary>Through the gateway alone.</summary>
    Gateway,

    /// <summary>To the gateway's JSON interface and pages.</summary>
    Json,
}

/// <summary>One bad input.</summary>
/// <param name="Name">What is bad about it.</param>
/// <param name="Send">What is sent.</param>
/// <param name="Code">The gRPC code or HTTP status expected; <c>OK</c> where it is taken as it is; <c>CUT</c> where HTTP itself ends it.</param>
/// <param name="Reason">The reason expected.</param>
/// <param name="Field">The field named; empty: none.</param>
internal sealed record BadCase(string Name, Func<Valid, Sent> Send, string Code, string Reason = "", string Field = "")
{
    public Ways Ways { get; init; }

    /// <summary>What the gateway says, where it does not pass the call on; code and reason.</summary>
    public (string Code, string Reason)? AtTheGateway { get; init; }

    public bool Goes(Ways way) => Ways == way || (Ways == Ways.Both && way is Ways.Direct or Ways.Gateway);

    /// <summary>What is wrong with the answer; null: nothing.</summary>
    public string? Complaint(Ways way, Answer answer)
    {
        var (code, reason) = way == Ways.Gateway && AtTheGateway is { } its ? its : (Code, Reason);
        var given = answer.Code is { } grpc ? grpc.ToString() : answer.Http == 0 ? "Cut" : answer.Http.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var right = given.Equals(code.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            && answer.Reason == reason
            && (Field.Length == 0 || answer.Fields.Contains(Field));
        return right ? null : $"{Name}: expected {code} {reason} {Field}, was {answer}";
    }
}
