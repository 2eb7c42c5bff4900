using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Flags;

namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>Judges a call by the tool that it names and by what it gives to it.</summary>
internal static class ToolJudge
{
    // They change nothing but what the client itself shows and keeps.
    private static readonly string[] WithoutEffect =
    [
        "TodoWrite", "TodoRead", "TaskCreate", "TaskUpdate", "TaskList", "TaskGet", "TaskOutput", "BashOutput", "AgentOutputTool", "KillShell",
        "KillBash", "TaskStop",
        "ExitPlanMode", "EnterPlanMode", "AskUserQuestion", "ToolSearch", "ListMcpResourcesTool",
    ];

    public static Verdict Judge(SafeguardContext context, ToolCall call)
    {
        ToolInput input;
        try
        {
            input = ToolInput.Read(call.Input.Span);
        }
        catch (JsonFormatException error)
        {
            return Verdict.Undecided($"the input of {call.Name} cannot be read: {error.Message}");
        }

        return UserRules.Find(context, call.Name, input) ?? ByTool(context, call, input);
    }

    private static Verdict ByTool(SafeguardContext context, ToolCall call, ToolInput input)
    {
        var files = new FileJudge(context);
        switch (call.Name)
        {
            case "Bash":
                return JudgeCommand(context, input);
            case "PowerShell":
                return FlagJudge.Find(context, input.Find("command") ?? "") ?? Verdict.Undecided("PowerShell is not followed");
            case "Read" or "NotebookRead":
                return files.Read(input.Find("file_path") ?? input.Find("notebook_path"));
            case "Write":
                return files.Write(input.Find("file_path"), input.Find("content") ?? "", isWhole: true);
            case "Edit" or "MultiEdit":
                return files.Write(input.Find("file_path"), NewTexts(input), isWhole: false);
            case "NotebookEdit":
                return files.Write(input.Find("notebook_path"), "", isWhole: false);
            case "LS":
                return files.List(input.Find("path"), "");
            case "Glob":
                return files.List(input.Find("path"), input.Find("pattern") ?? "");
            case "Grep":
                return files.Search(input.Find("path"), input.Find("glob") ?? "");
            case "WebFetch":
                return AddressJudge.Find(input.Find("url") ?? "") ?? Verdict.Undecided("what the address answers, and to whom it belongs, is not "
                    + "known");
            case "WebSearch":
                return AddressJudge.FindSecret(input.Find("query") ?? "") ?? Verdict.Undecided("what is searched for leaves this machine");
            default:
                return Array.IndexOf(WithoutEffect, call.Name) >= 0 ? Verdict.Clear("no-effect") : ForeignToolJudge.Judge(context, call, input);
        }
    }

    private static Verdict JudgeCommand(SafeguardContext context, ToolInput input)
    {
        if (input.Find("command") is not { } command)
            return Verdict.Undecided("the call has no command");
        var verdict = ShellJudge.Judge(context, command);
        return verdict.Judgement == Judgement.Clear && input.IsTrue("dangerouslyDisableSandbox")
            ? Verdict.Undecided("the command asks to run outside of the sandbox")
            : verdict;
    }

    private static string NewTexts(ToolInput input)
    {
        var all = new System.Text.StringBuilder();
        foreach (var text in input.Texts)
        {
            if (text.Name == "new_string")
                all.Append(text.Value).Append('\n');
        }

        return all.ToString();
    }
}
