using System.Text.RegularExpressions;
using Inspectorates.Gateway.Joint.Balance;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Reads the weights of a question that stand in place of a profile's, and tells all that is wrong with them at once.</summary>
internal static partial class WhatIfWeights
{
    private const string Field = "w";
    private const int Longest = 40;

    // A refusal travels in headers, which have an end.
    private const int MostTold = 16;

    /// <summary>The weights in force: those given, and the profile's for those not given; null: none are given.</summary>
    /// <param name="given">The weights given, by code.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="others">Codes beside the profile's that may be given a weight: what it weighs and does not name.</param>
    /// <exception cref="RefusedException">Something is wrong; it names every fault by its field.</exception>
    public static IReadOnlyList<DeclaredWeight>? Read(
        IReadOnlyDictionary<string, string> given, Profile profile, IEnumerable<string> others)
    {
        if (given.Count == 0)
            return null;
        string[] known = [.. profile.Weights.Select(weight => weight.Code).Union(others.Order(StringComparer.Ordinal))];
        var faults = new List<FieldFault>();
        var read = new Dictionary<string, Rational>();
        foreach (var (code, text) in given.OrderBy(weight => weight.Key, StringComparer.Ordinal))
        {
            if (!known.Contains(code))
                faults.Add(new(Name(code), $"{Named(code)} is nothing this profile can weigh; there are {string.Join(", ", known)}."));
            else if (Fault(text, out var weight) is { } fault)
                faults.Add(new(Name(code), $"The weight of {code} {fault}."));
            else
                read[code] = weight;
        }

        DeclaredWeight[] inForce =
        [
            .. profile.Weights.Select(weight => read.TryGetValue(weight.Code, out var other) ? weight with { Weight = other } : weight),
            .. known.Skip(profile.Weights.Count).Where(read.ContainsKey).Select(code => new DeclaredWeight(code, read[code])),
        ];
        if (faults.Count == 0 && inForce.All(weight => weight.Weight.Sign == 0))
            faults.Add(new(Field, "All weights are 0: give at least one that is more."));
        return faults.Count == 0 ? inForce : throw Refused(faults);
    }

    private static RefusedException Refused(List<FieldFault> faults)
    {
        if (faults.Count > MostTold)
            faults = [.. faults.Take(MostTold), new(Field, $"{faults.Count - MostTold} more weights are wrong in such ways.")];
        return new(ErrorReason.WeightsInvalid, string.Join(' ', faults.Select(fault => fault.Message)))
        {
            Field = faults[0].Field,
            Faults = faults,
        };
    }

    private static string? Fault(string text, out Rational weight)
    {
        weight = Rational.Zero;
        return text.Length > Longest ? $"is longer than {Longest} characters"
            : text.Contains(',', StringComparison.Ordinal) ? "must be one number, given once, with a point and no comma"
            : !Rational.TryParse(text, out weight) ? "must be a number such as 0.4 or 1/3"
            : weight.Sign < 0 ? "must not be less than 0"
            : null;
    }

    // What is no code is not repeated: it may be anything.
    private static string Name(string code) => CodeForm().IsMatch(code) ? $"{Field}.{code}" : Field;

    private static string Named(string code) => CodeForm().IsMatch(code) ? $"\"{code}\"" : "What a weight was given to";

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
