using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Cli;

/// <summary><c>config client</c>: prints the settings with which Claude Code works best through this proxy, for a shell to read.</summary>
internal static class ConfigClientCommand
{
    public static ClientSetting[] All { get; } =
    [
        new("ANTHROPIC_BASE_URL", "always", "where the proxy is", static proxy => proxy.Url),
        new("ANTHROPIC_AUTH_TOKEN", "always", "the proxy's client key (its ANTHROPIC_API_KEY); any text where it asks for none",
            static proxy => proxy.NeedsKey ? "put-the-client-key-here" : "any"),
        new("CLAUDE_CODE_MAX_CONTEXT_TOKENS", "models that read less than 1,000,000 tokens",
            "Claude Code compacts before the least window of its models is full; it believes in 1,000,000", static proxy => proxy.Window),
        new("CLAUDE_CODE_MAX_OUTPUT_TOKENS", "models whose output limit is known", "it asks for no more than its models give",
            static proxy => proxy.Output),
        new("CLAUDE_CODE_ALWAYS_ENABLE_EFFORT", "models that take an effort", "/effort works with models that Claude Code does not know",
            static proxy => proxy.TakesEfforts ? "1" : null),
        new("ENABLE_TOOL_SEARCH", "all but Anthropic's own models", "tools of MCP servers are offered when they are needed, which saves context",
            static proxy => proxy.Translates ? "true" : null),
        new("CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY", "always", "/model lists the proxy's models", static _ => "1"),
        new("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "all but Anthropic's own models", "no telemetry, no update checks",
            static proxy => proxy.Translates ? "1" : null),
    ];

    public static int Run(CommandContext context)
    {
        var output = context.Output;
        var proxy = new ClientSituation(ProxyOptions.Read(Settings.Load(context.Environment, context.WorkingDirectory)));
        output.WriteLine("# Claude Code through this proxy: eval \"$(claude-code-proxy config client)\", or \"env\" in ~/.claude/settings.json");
        foreach (var setting in All)
        {
            if (setting.Find(proxy) is { } value)
                output.WriteLine($"export {setting.Name}={value}  # {setting.Meaning}");
        }

        foreach (var model in proxy.WithoutWindow)
        {
            output.WriteLine($"# The window of {model} is not known: say it with {Variable.ModelTraits.Name}={model}=input:TOKENS, or set " +
                "CLAUDE_CODE_MAX_CONTEXT_TOKENS yourself.");
        }

        return CommandLine.Done;
    }
}
