using System.Text.Json;
using Inspectorates.Gateway.Joint.Balance;

namespace Inspectorates.Gateway.Profiles;

/// <summary>Reads an object's members and collects what is wrong with them, so that all faults are told at once.</summary>
/// <param name="read">The value that must be an object.</param>
/// <param name="faults">Where faults go.</param>
internal sealed class JsonMembers(JsonAt read, ProfileFaults faults)
{
    private readonly HashSet<string> known = [];

    /// <summary>The member; null: there is none, which is a fault where one is needed.</summary>
    public JsonAt? Find(string name, string? needed)
    {
        known.Add(name);
        var found = read.Members.Where(member => member.Name == name).Select(member => member.Value).ToList();
        if (found.Count > 1)
            faults.At(found[1], "is given twice; give it once");
        if (found.Count == 0 && needed is not null)
            faults.At($"{read.Path}.{name}", read.Line, $"is missing; give {needed}");
        return found.FirstOrDefault();
    }

    /// <summary>A text that is not blank; empty where it is at fault.</summary>
    public string Text(string name, string whatIsRight, bool mayBeEmpty = false)
    {
        if (Find(name, whatIsRight) is not { } value)
            return "";
        if (value.Kind is JsonValueKind.String && (mayBeEmpty || !string.IsNullOrWhiteSpace(value.Text)))
            return value.Text.Trim();
        faults.At(value, $"must be {whatIsRight}");
        return "";
    }

    public bool Flag(string name, string whatIsRight)
    {
        var value = Find(name, whatIsRight);
        if (value is { Kind: not (JsonValueKind.True or JsonValueKind.False) })
            faults.At(value, $"must be {whatIsRight}");
        return value?.Kind is JsonValueKind.True;
    }

    /// <summary>One of the words; the default where it is at fault.</summary>
    public T Choice<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var right = $"one of {string.Join(", ", words.Keys.Select(word => $"\"{word}\""))}";
        if (Find(name, right) is not { } value)
            return default;
        if (value.Kind is JsonValueKind.String && words.TryGetValue(value.Text, out var meant))
            return meant;
        faults.At(value, $"must be {right}");
        return default;
    }

    /// <summary>An exact number; null where it is at fault.</summary>
    public Rational? Number(string name, string whatIsRight) =>
        Find(name, whatIsRight) is { } value ? Number(value, whatIsRight, faults) : null;

    public static Rational? Number(JsonAt value, string whatIsRight, ProfileFaults faults)
    {
        if (value.Kind is JsonValueKind.String or JsonValueKind.Number && Rational.TryParse(value.Text, out var number))
            return number;
        faults.At(value, $"must be {whatIsRight}");
        return null;
    }

    /// <summary>The object in the member; null where it is at fault.</summary>
    public JsonAt? Object(string name, string whatIsRight) => OfKind(name, JsonValueKind.Object, whatIsRight);

    /// <summary>The values of the array in the member; none where it is at fault.</summary>
    public IReadOnlyList<JsonAt> Array(string name, string whatIsRight) =>
        OfKind(name, JsonValueKind.Array, whatIsRight)?.Values ?? [];

    /// <summary>A misspelt member must not be silently without effect.</summary>
    public void RefuseUnknown()
    {
        foreach (var (name, value) in read.Members.Where(member => !known.Contains(member.Name)))
            faults.At(value, $"is not known here; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
    }

    private JsonAt? OfKind(string name, JsonValueKind kind, string whatIsRight)
    {
        if (Find(name, whatIsRight) is not { } value)
            return null;
        if (value.Kind == kind)
            return value;
        faults.At(value, $"must be {whatIsRight}");
        return null;
    }
}
