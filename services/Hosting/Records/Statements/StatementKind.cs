using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using State = Inspectorates.V1.Statement.Types.State;

namespace Inspectorates.Hosting.Records.Statements;

/// <summary>Statements of proposed action as the store keeps them.</summary>
internal static class StatementKind
{
    public static readonly FurtherKind<Statement> Kind = new("statement", "statements", ErrorReason.StatementNotFound, PublicForm, Keys);

    private static Statement? PublicForm(Statement record, Statement? known) =>
        record.State == State.Published || (known is not null && record.State == State.Withdrawn) ? record : null;

    private static IEnumerable<(string, string)> Keys(Statement record) =>
        [.. record.Footprint.Areas.Select(area => ("area", area)), ("inspection", record.Inspection)];
}
