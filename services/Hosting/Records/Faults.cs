using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>Collects everything wrong with a message, so that its sender learns it all at once.</summary>
internal sealed class Faults
{
    private readonly List<Fault> found = [];

    public IReadOnlyList<Fault> Found => found;

    public void Add(ErrorReason reason, string field, string message) => found.Add(new Fault(reason, field, message));

    /// <exception cref="RefusalException">Something was found.</exception>
    public void ThrowIfAny()
    {
        if (found.Count > 0)
            throw new RefusalException(found);
    }

    /// <summary>Asks for a value that is required.</summary>
    /// <returns>Whether it is there.</returns>
    public bool Require(string field, string value, string example)
    {
        if (value.Length > 0)
            return true;
        Add(ErrorReason.FieldRequired, field, $"{field} is required, such as {example}.");
        return false;
    }

    /// <summary>Refuses what only the service sets.</summary>
    public void OutputOnly(string field, bool given)
    {
        if (given)
            Add(ErrorReason.FieldOutputOnly, field, $"{field} is set by the service only: leave it out.");
    }

    /// <summary>Refuses text that is too long or holds control characters.</summary>
    public void Text(string field, string value, int most, bool lines = false)
    {
        if (value.Length > most)
            Add(ErrorReason.FieldOutOfRange, field, $"{field} has {value.Length} characters; at most {most} are held.");
        if (value.Any(character => char.IsControl(character) && !(lines && character is '\n' or '\r' or '\t')))
            Add(ErrorReason.FieldMalformed, field, $"{field} holds a control character.");
    }

    /// <summary>Refuses an enum value the contract does not have; proto3 lets any number through.</summary>
    public bool Known<T>(string field, T value)
        where T : struct, Enum
    {
        if (Enum.IsDefined(value))
            return true;
        Add(ErrorReason.FieldOutOfRange, field, $"{field} is {value:D}, which the contract does not have.");
        return false;
    }

    /// <summary>Asks for an enum value that is required.</summary>
    public void Required<T>(string field, T value)
        where T : struct, Enum
    {
        if (Known(field, value) && Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) == 0)
            Add(ErrorReason.FieldRequired, field, $"{field} is required: one of {string.Join(", ", EnumNames.Of<T>().Skip(1))}.");
    }
}
