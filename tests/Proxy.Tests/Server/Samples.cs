namespace Proxy.Tests.Server;

/// <summary>Small requests and answers that are right in both dialects.</summary>
internal static class Samples
{
    public const string Request = """{"model":"claude-opus-4-8","max_tokens":100,"messages":[{"role":"user","content":"Say hello."}]}""";

    public const string StreamedRequest =
        """{"model":"claude-opus-4-8","max_tokens":100,"stream":true,"messages":[{"role":"user","content":"Say hello."}]}""";

    public const string Answer = """
        {"id":"c1","object":"chat.completion","model":"big","choices":[{"index":0,"message":{"role":"assistant","content":"Hello."},"finish_reason":"stop"}],
        "usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15}}
        """;

    public const string FirstChunk =
        """data: {"id":"c1","choices":[{"index":0,"delta":{"role":"assistant","content":"Hel"},"finish_reason":null}]}""" + "\n\n";

    public const string SecondChunk = """data: {"id":"c1","choices":[{"index":0,"delta":{"content":"lo."},"finish_reason":null}]}""" + "\n\n";

    public const string LastChunks = """data: {"id":"c1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""" + "\n\n" +
        """data: {"id":"c1","choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15}}""" + "\n\n" +
        "data: [DONE]\n\n";
}
