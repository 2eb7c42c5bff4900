using System.Buffers;
using System.Text.Unicode;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Messages;

/// <summary>
/// A request on its way to Anthropic's own API. Its bytes stay as they are, what this proxy does not know included, except for the model's name and
/// for thinking that Anthropic would refuse.
/// </summary>
internal static class PassthroughBody
{
    /// <summary>Null when the body names none, or cannot be read so far.</summary>
    public static string? ReadModel(ReadOnlySpan<byte> body)
    {
        try
        {
            if (!Utf8.IsValid(body))
                return null;
            var cursor = new JsonCursor(body);
            cursor.BeginObject();
            while (cursor.NextMember(out var name))
            {
                if (name.SequenceEqual("model"u8))
                    return cursor.ReadText().ToString(body);
                cursor.Skip();
            }

            return null;
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    /// <summary>Returns whether a stream is asked for. Throws <see cref="ApiErrorException"/> for a body that is not a JSON object.</summary>
    public static bool Write(ReadOnlySpan<byte> body, string upstreamModel, IBufferWriter<byte> output)
    {
        try
        {
            var edits = new ByteEdits();
            var isStream = Read(body, upstreamModel, edits);
            var json = new JsonWriter(output, body);
            edits.Apply(ref json, body, new JsonValue(0, body.Length));
            json.Commit();
            return isStream;
        }
        catch (JsonFormatException e)
        {
            throw new ApiErrorException(ApiError.InvalidRequest($"request body: {e.Message} (at byte {e.Position})"));
        }
    }

    private static bool Read(ReadOnlySpan<byte> body, string upstreamModel, ByteEdits edits)
    {
        var isStream = false;
        var cursor = new JsonCursor(body);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("model"u8))
                ReadModel(ref cursor, body, upstreamModel, edits);
            else if (name.SequenceEqual("messages"u8))
                ForeignThinking.Cut(ref cursor, body, edits);
            else if (name.SequenceEqual("stream"u8))
                isStream = cursor.Take().SequenceEqual("true"u8);
            else
                cursor.Skip();
        }

        cursor.ExpectEnd();
        return isStream;
    }

    private static void ReadModel(ref JsonCursor cursor, ReadOnlySpan<byte> body, string upstreamModel, ByteEdits edits)
    {
        var model = cursor.ReadText();
        if (model.ToString(body) != upstreamModel)
            edits.Replace(model.Start, model.Start + model.Length, upstreamModel);
    }
}
