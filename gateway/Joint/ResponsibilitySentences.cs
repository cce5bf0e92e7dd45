using Inspectorates.Joint.V1;
using static Inspectorates.Joint.V1.Responsibility.Types;

namespace Inspectorates.Gateway.Joint;

/// <summary>Who answers for a process, in plain words.</summary>
public static class ResponsibilitySentences
{
    /// <summary>The sentences together; empty: nothing is known, and nobody is guessed.</summary>
    public static string Of(IReadOnlyList<Responsibility> responsibilities) => string.Join(' ', new[]
    {
        Said("The duty in law is with", responsibilities.Where(one => one.Role is Role.DutyHolder)),
        Said("Led by", responsibilities.Where(one => one.Role is Role.Lead)),
        Said("Taking part:", responsibilities.Where(one => one.Role is Role.Contributes)),
        Said("Told of it:", responsibilities.Where(one => one.Role is Role.Informed)),
    }.Where(sentence => sentence.Length > 0));

    private static string Said(string how, IEnumerable<Responsibility> responsibilities) =>
        responsibilities.Select(Of).ToList() is { Count: > 0 } all ? $"{how} {string.Join("; ", all)}." : "";

    private static string Of(Responsibility one) =>
        one.Label + (one.LegalReference.Length > 0 ? $" ({one.LegalReference}{(one.Unverified ? "; not verified" : "")})" : "") + (one.Note.Length > 0 ? $", {one.Note}" : "");
}
