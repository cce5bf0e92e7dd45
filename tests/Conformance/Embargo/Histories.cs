namespace Inspectorates.Conformance.Embargo;

/// <summary>Makes histories, each from its seed.</summary>
internal static class Histories
{
    public static History Of(int seed)
    {
        var random = new Random(seed);
        var (shown, hidden) = (new PublicOperations(new Drawn(random)), new HiddenOperations(new Drawn(random), seed));
        var (operations, instants) = (new List<Operation>(), new List<DateTimeOffset>());
        var count = random.Next(5, 14);
        for (var number = 0; number < count; number++)
        {
            // Before, between and after: what is hidden may come first.
            Hide(operations, number);
            var (says, run) = shown.Next();
            operations.Add(new Operation($"p{number}", says, IsHidden: false, run));
            instants.Add(shown.Now);
        }

        Hide(operations, count);
        return new History(seed, operations, instants);

        void Hide(List<Operation> operations, int place)
        {
            for (var left = random.Next(place == count ? 1 : 0, 3); left > 0; left--)
            {
                var (says, run) = hidden.Next(shown.Underway, shown.Inspections, $"p{random.Next(count)}");
                operations.Add(new Operation($"h{operations.Count}", says, IsHidden: true, run));
            }
        }
    }
}
