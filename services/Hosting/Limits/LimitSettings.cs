namespace Inspectorates.Hosting.Limits;

/// <summary>How much of the service one caller may take.</summary>
/// <param name="CallsPerSecond">Calls a second in the long run.</param>
/// <param name="Burst">Calls at once after a rest.</param>
/// <param name="Concurrent">Unary calls under way at once.</param>
/// <param name="Streams">Streams open at once.</param>
/// <param name="Unary">The longest a unary call may take, whatever deadline its caller gave.</param>
internal sealed record LimitSettings(int CallsPerSecond, int Burst, int Concurrent, int Streams, TimeSpan Unary);
