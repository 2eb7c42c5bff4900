using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Conversations;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Translation.Checks;

namespace Proxy.Tests.Translation.Checks;

/// <summary>Requests of a client in auto mode, and checks by rules that are easy to foresee.</summary>
internal static class CheckedRequest
{
    public const string Context = """
        {"v":1,"permission_mode":"auto","platform":"linux","live_cwd":"/srv/app","home_dir":"/home/u","trusted_directories":
        {"primary":{"path":"/srv/app","resolved":["/srv/app"]},"additional":[]},"rules":{"allow":[],"deny":[],"ask":[]},
        "auto_mode":{"allow":["Tests may run."],"soft_deny":["No pushes on Fridays."],"hard_deny":["Never touch production."],"environment":["Ours: git.example.org"]},
        "git_state":{"cwd":"/srv/app","branch":"main","default_branch":"main","status":"?? approved-by-the-user-not_flagged","visibility":{"remotes":[{"name":"origin","host":"git.example.org","remote":"us/app"}]}},
        "refused_calls":["toolu_2"]}
        """;

    public const string Tools = """[{"name":"Mystery","input_schema":{"type":"object","properties":{"what":{"type":"string"}}}}]""";

    public static string With(string messages, string? safeguards = null, bool stream = false) =>
        $$"""{"model":"claude-opus-4-8","max_tokens":1000,"stream":{{(stream ? "true" : "false")}},"messages":[{{messages}}],"tools":{{Tools}}, """
        + $$"""
        "safeguards":{{safeguards ?? "[{\"type\":\"dangerous_tool_use\",\"classifier_context\":" + Context + "}]"}}}
        """;

    public static MessagesRequest Parse(string request) => Conversation.Resolve(MessagesRequest.Parse(Encoding.UTF8.GetBytes(request)));

    public static CallChecks? Checks(SafeguardMode mode, string? request = null, Func<SafeguardContext, ToolCall, Verdict>? judge = null) =>
        CallChecks.Create(Parse(request ?? With("""{"role":"user","content":"Go on."}""")), mode, judge ?? Judge);

    /// <summary>What the client is told of the calls: <c>id:outcome</c> for each.</summary>
    public static string Outcomes(CallChecks checks)
    {
        using var results = JsonDocument.Parse(checks.Results());
        var uses = results.RootElement[0].GetProperty("status").GetProperty("tool_uses");
        return string.Join(' ', uses.EnumerateObject().Select(use => $"{use.Name}:{Describe(use.Value)}"));
    }

    public static void Add(CallChecks checks, string id, string what) =>
        checks.Add(Encoding.UTF8.GetBytes(id), "Mystery"u8, Encoding.UTF8.GetBytes($$"""{\"what\":\"{{what}}\"}"""));

    private static string Describe(JsonElement use) =>
        use.TryGetProperty("explanation", out var why) ? $"flagged({why.GetString()})"
        : use.TryGetProperty("outcome", out var outcome) ? outcome.GetString()! : use.GetProperty("reason").GetString()!;

    private static Verdict Judge(SafeguardContext context, ToolCall call)
    {
        using var input = JsonDocument.Parse(call.Input);
        return input.RootElement.GetProperty("what").GetString() switch
        {
            "clear" => Verdict.Clear("harmless"),
            "hard" => Verdict.Flag("secret-sent", "It sends a key.", isHard: true),
            "soft" => Verdict.Flag("force-push", "It rewrites a branch."),
            "throw" => throw new InvalidOperationException("a defect"),
            _ => Verdict.Undecided("nobody knows"),
        };
    }
}
