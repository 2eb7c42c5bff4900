using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Translation.Checks;

/// <summary>
/// The question that a model is asked about tool calls, as a request of Anthropic's API. All that is to be judged stands in one JSON document inside
/// it, whose strings nothing can break out of.
/// </summary>
internal sealed class CheckRequest
{
    /// <summary>A question may be no longer: calls are never cut.</summary>
    private const int MaxBytes = 400 << 10;

    private readonly byte[] _place;

    private CheckRequest(byte[] place, ShownConversation conversation) => (_place, Conversation) = (place, conversation);

    public ShownConversation Conversation { get; }

    /// <summary>Keeps of a client's request what a model will be shown.</summary>
    /// <param name="context">What the client says of its place, a JSON object.</param>
    public static CheckRequest Create(MessagesRequest request, JsonValue context)
    {
        using var place = new PooledBuffer(1024);
        var json = new JsonWriter(place, default);
        json.Raw("{"u8);
        var refused = ShownPlace.Write(ref json, request.Body.Span, context);
        json.Raw("}"u8);
        json.Commit();
        return new CheckRequest(place.WrittenSpan.ToArray(), ShownConversation.Create(request, refused));
    }

    /// <summary>The body of a request about some calls; null where it would be too long.</summary>
    /// <param name="asked">Are known by their numbers from 1 on in the answer.</param>
    /// <param name="reply">All calls of the reply so far.</param>
    /// <param name="isPlain">Without options that Anthropic's newer models refuse.</param>
    public byte[]? Write(string model, List<CheckedCall> asked, List<CheckedCall> reply, bool isPlain)
    {
        using var document = new PooledBuffer(4096);
        WriteDocument(document, asked, reply);
        if (document.Length > MaxBytes)
            return null;
        using var body = new PooledBuffer(2 * document.Length);
        var json = new JsonWriter(body, default);
        json.Raw("{\"model\":"u8);
        json.Text(model);
        json.Raw(",\"max_tokens\":"u8);
        json.Number(2048 + (256 * asked.Count));
        if (!isPlain)
            json.Raw(",\"temperature\":0,\"thinking\":{\"type\":\"disabled\"}"u8);
        json.Raw(",\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":"u8);
        json.Raw(CheckPolicy.Schema);
        json.Raw("}},\"system\":\""u8);
        json.Escape(CheckPolicy.Text);
        json.Raw("\",\"messages\":[{\"role\":\"user\",\"content\":\""u8);
        json.Escape(document.WrittenSpan);
        json.Raw("\"}]}"u8);
        json.Commit();
        return body.WrittenSpan.ToArray();
    }

    private void WriteDocument(PooledBuffer document, List<CheckedCall> asked, List<CheckedCall> reply)
    {
        var json = new JsonWriter(document, default);
        json.Raw("{\"place\":"u8);
        json.Raw(_place);
        json.Raw(",\"conversation\":"u8);
        json.Raw(Conversation.Json);
        json.Raw(",\"other_calls_of_this_reply\":["u8);
        foreach (var call in reply)
        {
            if (!asked.Exists(one => one == call))
                WriteCall(ref json, call, 0);
        }

        json.Raw("],\"calls\":["u8);
        for (var index = 0; index < asked.Count; index++)
            WriteCall(ref json, asked[index], index + 1);
        json.Raw("]}"u8);
        json.Commit();
    }

    /// <param name="number">0 for a call that is only context.</param>
    private static void WriteCall(ref JsonWriter json, CheckedCall call, int number)
    {
        json.Comma();
        json.Raw("{"u8);
        if (number > 0)
        {
            json.Raw("\"id\":\""u8);
            json.Number(number);
            json.Raw("\","u8);
        }

        json.Raw("\"tool\":"u8);
        json.Text(call.Call.Name);
        json.Raw(",\"input\":"u8);
        json.Raw(call.Call.Input.Span);
        if (number > 0 && call.Rules.Judgement == Judgement.Flagged)
        {
            json.Raw(",\"rule_reason\":"u8);
            json.Text(call.Rules.Explanation);
        }

        json.Raw("}"u8);
    }
}
