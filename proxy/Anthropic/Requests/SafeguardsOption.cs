using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>
/// The checks of tool calls that a client asks for (<c>safeguards</c>): <c>[{"type":"dangerous_tool_use","classifier_context":{…}}]</c>, as Claude
/// Code 2.1.332 sends them in its auto mode. Of what the context holds nothing is read here, so that nothing in it can make a request fail.
/// </summary>
/// <param name="types">In the client's order; one may be named twice.</param>
/// <param name="context">What the client says of its place for the check of dangerous calls, a value of any kind; absent where it says nothing.</param>
internal sealed class SafeguardsOption(ImmutableArray<JsonText> types, JsonValue context)
{
    public static readonly SafeguardsOption None = new([], default);

    public ImmutableArray<JsonText> Types => types;

    public JsonValue Context => context;

    public static SafeguardsOption Read(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        var types = ImmutableArray.CreateBuilder<JsonText>();
        JsonValue context = default;
        var asksForCalls = false;
        cursor.BeginArray();
        while (cursor.NextElement())
        {
            var type = ReadOne(ref cursor, types, out var said);
            if (asksForCalls || !type.Is(source, "dangerous_tool_use"u8))
                continue;
            asksForCalls = true;
            context = said;
        }

        return new SafeguardsOption(types.DrainToImmutable(), context);
    }

    private static JsonText ReadOne(ref JsonCursor cursor, ImmutableArray<JsonText>.Builder types, out JsonValue context)
    {
        JsonText type = default;
        context = default;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8))
                types.Add(type = cursor.ReadText());
            else if (name.SequenceEqual("classifier_context"u8))
                context = cursor.ReadValue();
            else
                cursor.Skip();
        }

        return type;
    }
}
