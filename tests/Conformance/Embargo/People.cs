using Grpc.Core;
using Inspectorates.Conformance.Fictional;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// Who writes, who works on what is hidden, and who reads without being entitled to it. Whoever works on the hidden is somebody
/// else: the author of a draft is rightly refused as its publisher.
/// </summary>
internal static class People
{
    /// <summary>Keys of inspections the joint reader may read. No hidden operation is about these: of them it may be told.</summary>
    public static readonly string[] Granted = ["fiction/301/2026-07-06", "fiction/302/2024-09-10"];

    public static readonly Metadata Nobody = [];
    public static readonly Metadata Writer = Of("writer", "inspector", "lead");
    public static readonly Metadata Assurer = Of("assurer", "quality-assurer");
    public static readonly Metadata Publisher = Of("publisher", "publisher");
    public static readonly Metadata HiddenWriter = Of("hidden-writer", "inspector", "lead");
    public static readonly Metadata HiddenAssurer = Of("hidden-assurer", "quality-assurer");
    public static readonly Metadata HiddenPublisher = Of("hidden-publisher", "publisher");
    public static readonly Metadata JointReader =
        EmbargoedService.As(FictionalInspectorate.InspectorateCode, "joint-reader", ["joint-reader"], Granted);

    /// <summary>Those who are not entitled, and what each is called.</summary>
    public static readonly (string Name, Metadata Headers)[] NotEntitled =
        [("anybody", Nobody), ("the joint reader", JointReader), ("the operator", Of("operator", "operator")), ("the witness", Of("witness", "witness"))];

    private static Metadata Of(string subject, params string[] roles) =>
        EmbargoedService.As(FictionalInspectorate.InspectorateCode, subject, roles);
}
