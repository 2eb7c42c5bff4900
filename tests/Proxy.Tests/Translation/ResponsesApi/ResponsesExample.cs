using System.Text;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Responses;
using Proxy.Tests.Anthropic.Responses;

namespace Proxy.Tests.Translation.ResponsesApi;

/// <summary>Runs the translators of the Responses API on short texts.</summary>
internal static class ResponsesExample
{
    public const string Completed =
        """{"type":"response.completed","response":{"status":"completed","usage":{"input_tokens":100,"input_tokens_details":{"cached_tokens":60},"output_tokens":7,"output_tokens_details":{"reasoning_tokens":3}}}}""";

    public static readonly Route Route = new(Provider.OpenAI, "claude-opus-4-8", "gpt-5.4") { Api = Api.Responses };

    private static ResponseContext Context => Example.Context() with { Api = Api.Responses, UpstreamModel = Route.UpstreamModel };

    public static StreamedResponse Stream(params string[] events)
    {
        using var stream = Read(events);
        Assert.True(stream.Done);
        return stream.Answer;
    }

    public static CheckedStream Read(params string[] events)
    {
        var stream = new CheckedStream(Context);
        foreach (var data in events)
            stream.Next(data);
        stream.Finish();
        return stream;
    }

    public static string Answer(string answer) => Checked.Answer(Encoding.UTF8.GetBytes(answer), Context);

    /// <summary>An event with one text beside its type.</summary>
    public static string Delta(string kind, string text, string item = "i1", int? index = 0) =>
        $$"""{"type":"response.{{kind}}.delta","item_id":"{{item}}",{{Index(index)}}"delta":"{{text}}"}""";

    public static string Added(string item, int? index = 0) => $$"""{"type":"response.output_item.added",{{Index(index)}}"item":{{item}}}""";

    public static string Finished(string item, int? index = 0) => $$"""{"type":"response.output_item.done",{{Index(index)}}"item":{{item}}}""";

    public static string Call(string id, string call, string name, string arguments = "") =>
        $$"""{"type":"function_call","id":"{{id}}","call_id":"{{call}}","name":"{{name}}","arguments":"{{arguments}}"}""";

    private static string Index(int? index) => index is null ? "" : $"\"output_index\":{index},";
}
