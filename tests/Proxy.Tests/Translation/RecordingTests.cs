using System.Text;
using ClaudeCodeProxy.Sse;
using Proxy.Tests.Anthropic;

namespace Proxy.Tests.Translation;

/// <summary>
/// Real servers' answers, translated: what the client gets is what the same server says on its own Anthropic endpoint, and better formed.
/// </summary>
public sealed class RecordingTests
{
    private const string Chat = "/v1/chat/completions";

    public static TheoryData<string, string, bool> Cases()
    {
        var cases = new TheoryData<string, string, bool>();
        foreach (var server in new[] { "llama-server", "ollama" })
        {
            foreach (var recording in Recording.Of(server).Where(recording => recording.Path == Chat)) cases.Add(server, recording.Case, recording.Stream);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_real_answer_says_the_same_as_the_servers_own_anthropic_endpoint(string server, string name, bool stream)
    {
        var recordings = Recording.Of(server).Where(recording => recording.Case == name && recording.Stream == stream).ToDictionary(recording => recording.Path);
        var own = stream ? AnswerContent.OfStream(recordings["/v1/messages"].Body) : AnswerContent.OfMessage(recordings["/v1/messages"].Body);
        var ours = stream ? AnswerContent.OfStream(Replay(recordings[Chat].Body, int.MaxValue)) : AnswerContent.OfMessage(Example.Answer(recordings[Chat].Body));

        // llama-server shows the call that was cut, with an empty input that the model never wrote; it is no call.
        if (name == "cut inside a tool call") (own, ours) = (own with { Calls = "" }, ours with { Calls = "" });
        Assert.Equal(own, ours);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_real_stream_is_well_formed_and_the_same_in_reads_of_any_size(string server, string name, bool stream)
    {
        if (!stream) return;
        var upstream = Recording.Of(server).Single(recording => recording.Case == name && recording.Path == Chat && recording.Stream).Body;
        var whole = Replay(upstream, int.MaxValue);
        var answer = StreamedAnswer.Read(Encoding.UTF8.GetBytes(whole));
        Assert.True(answer.IsComplete);
        Assert.Equal(name == "cut inside a tool call" && server == "llama-server", answer.Blocks.Any(block => !block.IsClosed));
        for (var size = 1; size < 40; size++) Assert.Equal(whole, Replay(upstream, size));
    }

    [Theory]
    [InlineData("llama-server", "error: prompt too long", 400, "prompt is too long: 40005 tokens > 16384 maximum")]
    [InlineData("llama-server", "error: image to a text model", 400, "The upstream's model takes no images: image input is not supported - hint: if this is unexpected, you may need to provide the mmproj")]
    [InlineData("llama-server", "error: wrong key", 401, "The upstream refused the proxy's own key (401)")]
    [InlineData("llama-server", "error: bad tool_choice", 400, "The upstream refused the request: Invalid tool_choice: banana")]
    [InlineData("llama-server", "error: unknown path", 404, "The upstream knows no such model or path (404): File Not Found")]
    [InlineData("ollama", "error: unknown path", 404, "The upstream knows no such model or path (404): it gave no reason.")]
    [InlineData("ollama", "error: no messages", 400, "The upstream refused the request: [] is too short - 'messages'")]
    [InlineData("ollama", "many parameters", 400, "The upstream refused the request: think value \"low\" is not supported for this model")]
    public void A_real_error_is_told_in_anthropics_words(string server, string name, int status, string message)
    {
        var error = Recording.Lines($"{server}-errors.jsonl").Single(line => line.GetProperty("case").GetString() == name);
        var ours = Checked.UpstreamError(error.GetProperty("status").GetInt32(), Encoding.UTF8.GetBytes(error.GetProperty("body").GetString()!));
        Assert.Equal(status, ours.Status);
        Assert.StartsWith(message, ours.Message, StringComparison.Ordinal);
    }

    private static string Replay(string upstream, int readSize)
    {
        using var stream = new CheckedStream(Example.Context());
        using var parser = new SseParser();
        foreach (var read in Encoding.UTF8.GetBytes(upstream).Chunk(readSize))
        {
            foreach (var data in parser.Read(read)) stream.Next(data);
        }

        foreach (var data in parser.End()) stream.Next(data);
        stream.Finish();
        return stream.Text;
    }
}
