using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using static Acceptance.Tests.Sdk.UpstreamAnswers;

namespace Acceptance.Tests.Sdk;

/// <summary>What an official client makes of the proxy's answers; each client has a class of its own.</summary>
public abstract class SdkTests(SdkFixture fixture)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Hello = """{"model":"gpt-4.1","max_tokens":1000,"messages":[{"role":"user","content":"Hello."}]}""";

    public static TheoryData<string, bool> Cases()
    {
        var cases = new TheoryData<string, bool>();
        foreach (var name in SdkCase.All.Keys)
        {
            cases.Add(name, false);
            cases.Add(name, true);
        }

        return cases;
    }

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task The_client_gets_exactly_what_the_upstream_said(string name, bool stream)
    {
        var sdk = await Sdk();
        var wanted = SdkCase.All[name];
        fixture.Upstream.Script.Enqueue(stream ? wanted.AnsweredStreamed : wanted.AnsweredWhole);

        var message = stream ? await sdk.Stream(wanted.FullRequest, fixture.Options) : await sdk.Create(wanted.FullRequest, fixture.Options);

        var blocks = Blocks(message["content"]!);
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(wanted.Content), blocks), $"{wanted.Content} was said, the client has {blocks.ToJsonString(Relaxed)}");
        Assert.Equal(
            (wanted.StopReason, wanted.StopSequence), (message["stop_reason"]?.GetValue<string>(), message["stop_sequence"]?.GetValue<string>()));
        Assert.Equal(wanted.Model, message["model"]!.GetValue<string>());
        Assert.Equal((12, 8, 7), (Count(message, "input_tokens"), Count(message, "cache_read_input_tokens"), Count(message, "output_tokens")));
        var asked = Assert.Single(fixture.Upstream.Received).Body.ToJsonString(Relaxed);
        Assert.All(wanted.Asked, words => Assert.Contains(words, asked, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task The_first_words_reach_the_client_before_the_upstream_sends_more()
    {
        var sdk = await Sdk();
        var clientHasRead = new TaskCompletionSource<string>();
        fixture.Upstream.Script.Enqueue(async context =>
        {
            await Send(context, Delta("""{"content":"Hel"}"""));
            await clientHasRead.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await Send(context, Delta("""{"content":"lo."}"""));
            await End(context, "stop");
        });

        var message = await sdk.Stream(Hello, fixture.Options, text => clientHasRead.TrySetResult(text));

        Assert.Equal("Hel", await clientHasRead.Task);
        Assert.Equal("Hello.", message["content"]![0]!["text"]!.GetValue<string>());
    }

    [SkippableFact]
    public async Task Tokens_are_counted()
    {
        var sdk = await Sdk();
        var count = await sdk.CountTokens(
            """{"model":"gpt-4.1","messages":[{"role":"user","content":"Four words, more tokens."}]}""", fixture.Options);
        Assert.InRange(Count(new JsonObject { ["usage"] = count.DeepClone() }, "input_tokens"), 4, 40);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task All_models_are_listed_whatever_the_page(int pageSize)
    {
        var sdk = await Sdk();
        var models = await sdk.Models(pageSize, fixture.Options);
        var ids = models.AsArray().Select(model => model!["id"]!.GetValue<string>()).ToList();
        Assert.Subset(ids.ToHashSet(), new HashSet<string> { "claude-opus", "claude-sonnet", "claude-haiku" });
        Assert.Equal(ids.Distinct(), ids);
    }

    private protected abstract Task<ISdk> Client(SdkFixture fixture);

    private async Task<ISdk> Sdk()
    {
        await fixture.RequireAsync();
        return await Client(fixture);
    }

    private static int Count(JsonNode message, string name) => message["usage"]![name]!.GetValue<int>();

    /// <summary>Without the members that some clients add, as null.</summary>
    private static JsonArray Blocks(JsonNode content) =>
        [.. content
            .AsArray()
            .Select(block => new JsonObject(block!
            .AsObject()
            .Where(member => member.Value is not null)
            .Select(member => KeyValuePair.Create(member.Key, member.Key == "id" ? WithoutMark(member.Value!) : member.Value?.DeepClone()))))];

    /// <summary>An id of a call without the end that makes it unique.</summary>
    private static JsonNode? WithoutMark(JsonNode id)
    {
        Assert.Matches("^toolu_[A-Za-z0-9]+_ccp[A-Za-z0-9]{8}[0-9]$", id.GetValue<string>());
        return id.GetValue<string>().Split("_ccp")[0];
    }
}
