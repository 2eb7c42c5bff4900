using System.Collections.Immutable;
using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>
/// The user's own <c>deny</c> and <c>ask</c> rules, in Claude Code's syntax: <c>Tool</c> or <c>Tool(what)</c>. <c>allow</c> rules clear nothing here:
/// what they name was wanted in another moment, and the client itself lets it pass before it asks.
/// </summary>
internal static class UserRules
{
    private static readonly string[] Editing = ["Edit", "Write", "MultiEdit", "NotebookEdit"];
    private static readonly string[] Reading = ["Read", "NotebookRead", "Grep", "Glob", "LS"];

    /// <returns>Null where no rule matches.</returns>
    public static Verdict? Find(SafeguardContext context, string tool, ToolInput input)
    {
        if (FindIn(context.Deny, context, tool, input) is { } denied)
            return Verdict.Flag("user-deny", $"The user's rule `{denied}` denies this call.", isHard: true);
        return FindIn(context.Ask, context, tool, input) is { } asked
            ? Verdict.Flag("user-ask", $"The user's rule `{asked}` wants this call to be asked for.")
            : null;
    }

    private static string? FindIn(ImmutableArray<string> rules, SafeguardContext context, string tool, ToolInput input)
    {
        if (rules.IsDefaultOrEmpty)
            return null;
        foreach (var rule in rules)
        {
            if (Matches(rule, context, tool, input))
                return rule;
        }

        return null;
    }

    private static bool Matches(string rule, SafeguardContext context, string tool, ToolInput input)
    {
        var open = rule.IndexOf('(');
        var (name, what) = open > 0 && rule.EndsWith(')') ? (rule[..open].Trim(), rule[(open + 1)..^1].Trim()) : (rule.Trim(), "");
        if (what is "" or "*")
            return NamesTool(name, tool);
        if (name == "Bash" && tool is "Bash" or "PowerShell")
            return new CommandRule(what).Matches(input.Find("command") ?? "");
        if (name is "Read" or "Edit" or "Write" && tool == "Bash")
            return new PathRule(what, context).MatchesCommand(input.Find("command") ?? "");
        if ((name is "Edit" or "Write" && Array.IndexOf(Editing, tool) >= 0) || (name == "Read" && Array.IndexOf(Reading, tool) >= 0) || name == tool)
            return tool is "WebFetch" ? MatchesDomain(what, input.Find("url") ?? "") : MatchesText(what, context, input);
        return false;
    }

    private static bool NamesTool(string name, string tool)
    {
        if (name == tool || (name == "Edit" && Array.IndexOf(Editing, tool) >= 0) || (name == "Read" && Array.IndexOf(Reading, tool) >= 0))
            return true;
        if (!name.StartsWith("mcp__", StringComparison.Ordinal))
            return false;
        // A server stands for all of its tools.
        var begin = name.TrimEnd('*');
        return begin.Length < name.Length
            ? tool.StartsWith(begin, StringComparison.Ordinal)
            : tool.StartsWith($"{name}__", StringComparison.Ordinal);
    }

    private static bool MatchesDomain(string what, string address)
    {
        if (!what.StartsWith("domain:", StringComparison.Ordinal))
            return false;
        var domain = what["domain:".Length..].TrimStart('*', '.').ToLowerInvariant();
        var host = AddressJudge.HostOf(address, out _, out _).TrimEnd('.').ToLowerInvariant();
        return host == domain || host.EndsWith($".{domain}", StringComparison.Ordinal);
    }

    private static bool MatchesText(string what, SafeguardContext context, ToolInput input)
    {
        var rule = new PathRule(what, context);
        foreach (var text in input.Texts)
        {
            if (text.Value == what || (text.Name is "file_path" or "notebook_path" or "path" && rule.Matches(text.Value)))
                return true;
        }

        return false;
    }
}
