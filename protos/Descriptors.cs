using System.Reflection;
using System.Runtime.CompilerServices;
using Google.Protobuf.Reflection;

namespace Inspectorates;

/// <summary>
/// Makes the descriptors of the contract one after the other, before any code of it runs. Google.Protobuf 3.36 keeps the
/// extensions of all files in one dictionary without a lock: where two threads first meet two files of the contract at
/// once, the dictionary breaks and those files stay unusable for the life of the process (protocolbuffers/protobuf#29696).
/// </summary>
internal static class Descriptors
{
#pragma warning disable CA2255 // A client of the package has no start-up of ours to call; the module's own is the only one.
    [ModuleInitializer]
    internal static void MakeOneByOne()
    {
        _ = Google.Rpc.StatusReflection.Descriptor;
        _ = Google.Rpc.ErrorDetailsReflection.Descriptor;
        foreach (var file in typeof(Descriptors).Assembly.GetTypes().Where(type => type.IsAbstract && type.IsSealed))
        {
            if (file.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static) is { } descriptor && descriptor.PropertyType == typeof(FileDescriptor))
                descriptor.GetValue(null);
        }
    }
#pragma warning restore CA2255
}
