namespace Inspectorates.Local.Examples;

/// <summary>Who takes part in the worked examples, as <c>suite.json</c> says.</summary>
/// <param name="Area">DfE code of the fictional area.</param>
/// <param name="Holder">Code of the inspectorate that holds the concern, and whose team it is.</param>
/// <param name="Host">Code of the inspectorate with powers over the agency.</param>
/// <param name="Subject">Kind of the agency the concern is about.</param>
/// <param name="Process">Code of the process.</param>
/// <param name="Framework">Code of the framework of the inspection the team carried out.</param>
/// <param name="Theme">What is signed: code of a process.</param>
/// <param name="LentBy">DfE code of the authority that lent an officer.</param>
/// <param name="Indicator">Code of an indicator in the holder's registry.</param>
internal sealed record ExampleCast(string Area, string Holder, string Host, string Subject, string Process, string Framework, string Theme, string LentBy, string Indicator);
