using Google.Protobuf;
using Google.Protobuf.Reflection;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// A kind of further record (docs/decisions/0190): what the store must know to keep, find and show records of one message type. The
/// message has the fields <c>name</c>, <c>revision</c>, <c>recorded_at</c> and <c>etag</c>, and a case of <see cref="Change"/>.
/// </summary>
internal abstract class FurtherKind
{
    private readonly FieldDescriptor change;

    /// <param name="code">Kind of its entries, such as <c>recommendation</c>.</param>
    /// <param name="collection">What its names are in: <c>inspectorates/{code}/{collection}/{random}</c>.</param>
    /// <param name="message">Its message type.</param>
    /// <param name="notFound">The reason where there is none of a name.</param>
    protected FurtherKind(string code, string collection, MessageDescriptor message, ErrorReason notFound)
    {
        (Code, Collection, NotFound) = (code, collection, notFound);
        change = Change.Descriptor.Oneofs.Single(one => one.Name == "record").Fields.Single(field => field.MessageType == message);
    }

    public string Code { get; }

    public string Collection { get; }

    public ErrorReason NotFound { get; }

    /// <summary>What it is called in messages, such as <c>recommendation</c>.</summary>
    public string Noun => Code.Replace('-', ' ');

    /// <summary>A record as a change.</summary>
    public Change AsChange(byte[] body)
    {
        var made = new Change();
        change.Accessor.SetValue(made, change.MessageType.Parser.ParseFrom(body));
        return made;
    }
}

/// <inheritdoc/>
/// <param name="code">Kind of its entries.</param>
/// <param name="collection">What its names are in.</param>
/// <param name="notFound">The reason where there is none of a name.</param>
/// <param name="publicForm">
/// What the public gets of a revision, given the revision and what the public had before (null: nothing); null: it gets nothing new. May
/// return the revision itself. Revision, instant and etag are the store's to set.
/// </param>
/// <param name="keys">By what it is looked for: key and value. Of the public's form for the public. Empty values are left out.</param>
internal sealed class FurtherKind<T>(
    string code, string collection, ErrorReason notFound, Func<T, T?, T?> publicForm, Func<T, IEnumerable<(string Key, string Value)>> keys)
    : FurtherKind(code, collection, new T().Descriptor, notFound)
    where T : class, IMessage<T>, new()
{
    private static readonly MessageParser<T> Parser = new(() => new T());

    public static T Read(byte[] body) => Parser.ParseFrom(body);

    public T? PublicForm(T record, T? known) => publicForm(record, known);

    public IEnumerable<(string Key, string Value)> KeysOf(T record) => keys(record).Where(key => key.Value.Length > 0).Distinct();
}
