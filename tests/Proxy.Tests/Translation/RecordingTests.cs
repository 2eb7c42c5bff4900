using System.Text;
using Proxy.Tests.Anthropic.Responses;
using Proxy.Tests.Translation.ResponsesApi;

namespace Proxy.Tests.Translation;

/// <summary>
/// Real servers' answers, translated: what the client gets is what the replayed answer says, and what the same server says on its own Anthropic
/// endpoint, better formed.
/// </summary>
public sealed class RecordingTests
{
    private const string CutCall = "cut inside a tool call";

    /// <summary>How many answers of the servers' own Anthropic endpoints something is compared with.</summary>
    private const int Counterparts = 62;

    public static TheoryData<string, int, string> Answers => Data(Replayed().Where(recording => recording.IsAnswer));

    public static TheoryData<string, int, string> Streams => Data(Replayed().Where(recording => recording.IsAnswer && recording.Stream));

    public static TheoryData<string, int, string> Errors =>
        Data(Recorded().Where(recording => !recording.IsAnswer && recording.Path != Recording.OwnPath));

    [Fact]
    public void No_recorded_exchange_is_left_out()
    {
        foreach (var dialect in UpstreamDialect.All)
            Assert.Equal(dialect.Exchanges, Recorded().Count(recording => recording.Path == dialect.Path));
        var replayed = Replayed().Select(recording => (recording.Server, recording.Number, recording.Case)).ToHashSet();
        var tested = Answers.Concat(Errors).Select(row => ((string)row[0], (int)row[1], (string)row[2])).ToHashSet();
        Assert.Subset(tested, replayed);
        Assert.Equal(Counterparts,
            Recorded().Where(own => own.Path == Recording.OwnPath).Count(own => Replayed().Any(recording => recording.Own() == own)));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_real_answer_reaches_the_client_as_it_was_said(string server, int number, string name)
    {
        var (recording, dialect) = Find(server, number, name);
        var said = dialect.Said(recording);
        var heard = Heard(recording, dialect);
        Assert.True(heard is { OutputTokens: > 0, AllInputTokens: > 0 });
        // Where the server counted nothing, the proxy's estimate stands.
        if (said.AllInputTokens == 0)
            heard = heard with { AllInputTokens = 0, OutputTokens = 0 };
        Assert.Equal(said, heard);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_real_answer_says_the_same_as_the_servers_own_anthropic_endpoint(string server, int number, string name)
    {
        var (recording, dialect) = Find(server, number, name);
        if (recording.Own() is not { IsAnswer: true } counterpart)
            return;
        var own = counterpart.Stream ? ResponseContent.OfStream(counterpart.Body) : ResponseContent.OfMessage(counterpart.Body);
        // llama-server shows the call that was cut, with an empty input that the model never wrote; it is no call.
        if (name == CutCall)
            own = own with { Calls = "" };
        // Ollama's whole response leaves out what was said beside a call, and what it does not send cannot arrive.
        if (dialect is ResponsesDialect && server == "ollama" && !recording.Stream && own.Calls.Length > 0)
            own = own with { Text = "" };
        var heard = Heard(recording, dialect);
        // The two were not asked the same: one prompt has a word beside the image.
        if (name == "error: image to a text model")
            own = own with { AllInputTokens = heard.AllInputTokens };
        Assert.Equal(own, heard);
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_real_stream_is_well_formed_and_the_same_in_reads_of_any_size(string server, int number, string name)
    {
        var (recording, dialect) = Find(server, number, name);
        var whole = dialect.Replay(recording);
        var answer = StreamedResponse.Read(Encoding.UTF8.GetBytes(whole));
        Assert.True(answer.IsComplete);
        Assert.Equal(name == CutCall && server == "llama-server", answer.Blocks.Any(block => !block.IsClosed));
        for (var size = 1; size < 40; size++)
            Assert.Equal(whole, dialect.Replay(recording, size));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_real_error_is_told_in_anthropics_words(string server, int number, string name)
    {
        var recording = Recording.Of(server)[number];
        Assert.Equal(name, recording.Case);
        var (status, type, message) = RecordedErrors.Expected(recording);
        var error = Checked.UpstreamError(recording.Status, Encoding.UTF8.GetBytes(recording.Body));
        Assert.Equal((status, type), (error.Status, error.Type));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static ResponseContent Heard(Recording recording, UpstreamDialect dialect)
    {
        var answer = dialect.Replay(recording);
        if (!recording.Stream)
            return ResponseContent.OfMessage(answer);
        var heard = ResponseContent.OfStream(answer);
        // An open block was never said to be whole: no client runs it.
        return recording.Case == CutCall ? heard with { Calls = "" } : heard;
    }

    private static (Recording Recording, UpstreamDialect Dialect) Find(string server, int number, string name)
    {
        var recording = Recording.Of(server)[number];
        Assert.Equal(name, recording.Case);
        return (recording, UpstreamDialect.All.Single(dialect => dialect.Path == recording.Path));
    }

    private static IEnumerable<Recording> Recorded() => Recording.Servers.SelectMany(Recording.Of);

    private static IEnumerable<Recording> Replayed() =>
        Recorded().Where(recording => UpstreamDialect.All.Any(dialect => dialect.Path == recording.Path));

    private static TheoryData<string, int, string> Data(IEnumerable<Recording> recordings)
    {
        var data = new TheoryData<string, int, string>();
        foreach (var recording in recordings)
            data.Add(recording.Server, recording.Number, recording.Case);
        return data;
    }
}
