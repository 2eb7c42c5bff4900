using System.Text;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Safeguards;
using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Cli;

/// <summary><c>judge</c>: prints what the rules think of one call, which is not carried out. Nobody is asked.</summary>
internal static class JudgeCommand
{
    private const int Undecided = 3;

    public static int Run(CommandContext context, JudgeArguments arguments)
    {
        var text = arguments.Text == "-" ? ReadInput(context) : arguments.Text;
        var directory = Path.GetFullPath(arguments.Directory ?? context.WorkingDirectory, context.WorkingDirectory);
        var place = new SafeguardContext
        {
            Platform = OperatingSystem.IsMacOS() ? "darwin" : "linux",
            WorkingDirectory = directory,
            HomeDirectory = context.Environment.GetValueOrDefault("HOME", ""),
            TrustedDirectories = [directory],
        };
        var verdict = RuleJudge.Judge(place, new ToolCall(arguments.Tool, arguments.Tool == "Bash" ? ForShell(text) : ForTool(text)));
        var rule = verdict.Rule.Length > 0 ? $" by {verdict.Rule}" : "";
        var reason = verdict.Explanation.Length > 0 ? $": {verdict.Explanation}" : "";
        context.Output.WriteLine($"{Describe(verdict)}{rule}{reason}");
        return verdict.Judgement switch
        {
            Judgement.Clear => CommandLine.Done,
            Judgement.Flagged => CommandLine.Failed,
            _ => Undecided,
        };
    }

    private static string Describe(Verdict verdict) => verdict.Judgement switch
    {
        Judgement.Clear => "clear",
        Judgement.Flagged => verdict.IsHard ? "flagged, whatever the user says," : "flagged",
        _ => "undecided",
    };

    private static string ReadInput(CommandContext context)
    {
        using var input = context.OpenInput();
        using var text = new PooledBuffer();
        while (input.Read(text.GetSpan()) is > 0 and var count)
            text.Advance(count);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static byte[] ForShell(string command)
    {
        using var input = new PooledBuffer(256);
        var json = new JsonWriter(input, default);
        json.Raw("{\"command\":"u8);
        json.Text(command);
        json.Raw("}"u8);
        json.Commit();
        return input.WrittenSpan.ToArray();
    }

    private static byte[] ForTool(string text)
    {
        var input = Encoding.UTF8.GetBytes(text);
        try
        {
            var cursor = new JsonCursor(input);
            if (cursor.Peek() != JsonKind.Object)
                throw cursor.Fail("expected an object");
            cursor.Skip();
            cursor.ExpectEnd();
            return input;
        }
        catch (JsonFormatException e)
        {
            throw new UsageException($"The input of another tool than Bash must be a JSON object: {e.Message} (at byte {e.Position}).");
        }
    }
}
