using Google.Protobuf;
using Google.Protobuf.Reflection;
using Inspectorates.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Inspectorates.Gateway;

/// <summary>
/// The contract as the protos state it, comments included. The generated code knows the same descriptors without
/// their comments.
/// </summary>
internal static class Contract
{
    /// <summary>The package of what every inspectorate serves.</summary>
    public const string InspectoratePackage = "inspectorates.v1";

    private static readonly Lazy<IReadOnlyList<FileDescriptor>> Loaded = new(Load);

    /// <summary>All files of the contract and of what they import.</summary>
    public static IReadOnlyList<FileDescriptor> Files => Loaded.Value;

    /// <summary>The services of a package.</summary>
    public static IEnumerable<ServiceDescriptor> Services(string package) =>
        Files.Where(file => file.Package == package).SelectMany(file => file.Services);

    /// <summary>The same method with its comments.</summary>
    public static MethodDescriptor Commented(MethodDescriptor method) =>
        Services(method.File.Package).SelectMany(service => service.Methods)
            .Single(commented => commented.FullName == method.FullName);

    /// <summary>What the proto says above the element, as one text; empty: nothing.</summary>
    public static string Comment(IDescriptor element) => (element switch
    {
        MessageDescriptor message => message.Declaration,
        FieldDescriptor field => field.Declaration,
        EnumDescriptor type => type.Declaration,
        EnumValueDescriptor value => value.Declaration,
        ServiceDescriptor service => service.Declaration,
        MethodDescriptor method => method.Declaration,
        _ => null,
    })?.LeadingComments is { } comment
        ? string.Join('\n', comment.Trim().Split('\n').Select(line => line.Trim()))
        : "";

    private static IReadOnlyList<FileDescriptor> Load()
    {
        using var resource = typeof(Verdict).Assembly.GetManifestResourceStream("contract.binpb")
            ?? throw new InvalidOperationException("The contracts assembly lacks its compiled contract, contract.binpb.");
        var files = FileDescriptorSet.Parser.ParseFrom(resource).File;
        return FileDescriptor.BuildFromByteStrings(files.Select(file => file.ToByteString()));
    }
}
