using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>Collects everything wrong with a message, so that its sender learns it all at once.</summary>
internal sealed class Faults
{
    private readonly List<Fault> found = [];
    private readonly HashSet<string> published = new(StringComparer.Ordinal);

    public IReadOnlyList<Fault> Found => found;

    public void Add(ErrorReason reason, string field, string message) => found.Add(new Fault(reason, field, message));

    public void Add(Fault fault) => found.Add(fault);

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

    /// <summary>
    /// Says that a record was published by its source: its words are the public's already and are taken as they are
    /// (docs/decisions/0070). To be said before its texts are checked.
    /// </summary>
    /// <param name="path">The record's path, such as <c>verdicts[3]</c>.</param>
    public void Published(string path) => published.Add(path);

    /// <summary>Refuses text that is too long, holds characters that nobody sees, or may identify a person.</summary>
    public void Text(string field, string value, int most, bool lines = false)
    {
        if (value.Length > most)
            Add(ErrorReason.FieldOutOfRange, field, $"{field} has {value.Length} characters; at most {most} are held.");
        else if (!IsPublished(field) && Identifiers.KindsIn(value) is { Count: > 0 } kinds)
            Add(ErrorReason.TextIdentifies, field, $"{field} holds what looks like {string.Join(" and ", kinds)}. The record holds nothing that may identify a person: say it without.");
        if (value.Any(character => char.IsControl(character) && !(lines && character is '\n' or '\r' or '\t')))
            Add(ErrorReason.FieldMalformed, field, $"{field} holds a control character.");
        if (Unseen.In(value, lines))
            Add(ErrorReason.FieldMalformed, field, $"{field} holds a character that is not seen or that turns the direction of writing.");
    }

    private bool IsPublished(string field)
    {
        for (var end = field.LastIndexOf('.'); end > 0 && published.Count > 0; end = field.LastIndexOf('.', end - 1))
            if (published.Contains(field[..end]))
                return true;
        return false;
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
