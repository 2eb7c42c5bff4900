using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>Who chooses what programs print.</summary>
internal static partial class ProgramOutputs
{
    /// <summary>They print what they are given, or a part of it.</summary>
    private static readonly string[] Filters =
    [
        "echo", "printf", "sed", "tr", "cut", "awk", "gawk", "head", "tail", "sort", "uniq", "grep", "egrep", "rev", "fold", "fmt", "xargs", "base64",
        "basename", "dirname", "realpath", "tee", "paste", "column", "test", "[", "[[", "export", "local", "declare", "read", "set", "if", "exit",
    ];

    /// <summary>They print numbers, dates and names of the machine.</summary>
    private static readonly string[] OfTheMachine =
    [
        "date", "uname", "nproc", "pwd", "hostname", "whoami", "id", "mktemp", "seq", "arch", "uuidgen", "expr", "stat", "du", "df", "which",
        "command", "type", "sleep", "true", "false", ":", "let", "cd", "mkdir", "tput",
    ];

    /// <summary>Whether a digest or a number is all that a pipe with it yields.</summary>
    public static bool IsHarmless(ShellCommand command) =>
        EffectiveCommand.From(command) is var effective
        && (DigestProgram().IsMatch(effective.Name)
            || command.Name == "wc"
            || (command.Name == "tr" && command.Arguments is [['-', .. var letters], ..] && letters.Contains('c') && letters.Contains('d')));

    /// <param name="given">Who chooses its words and its input.</param>
    public static Choice Choose(ShellCommand command, Choice given) => command.Name switch
    {
        null => given,
        var program when OfTheMachine.Contains(program) || command.Arguments is ["--version" or "-V" or "-v"] => Choice.Nobody,
        var program when Filters.Contains(program) => given,
        "git" => Choice.Worse(given, OfGit(command)),
        "gh" => Choice.Worse(given, new Choice(ForeignField().IsMatch(string.Join(' ', command.Arguments)) ? Chooser.Stranger : Chooser.Unknown, "gh")),
        var program when command.Arguments.Any(word => word.Contains("GITHUB_EVENT_PATH", StringComparison.Ordinal)) => OfPayload(program, command),
        var program => Choice.Worse(given, new Choice(Chooser.Unknown, program)),
    };

    private static Choice OfGit(ShellCommand command)
    {
        var words = string.Join(' ', command.Arguments);
        var by = command.Operands(["-C", "-c"]).FirstOrDefault() switch
        {
            "rev-parse" when !words.Contains("--abbrev-ref", StringComparison.Ordinal) => Chooser.Nobody,
            "rev-list" or "merge-base" or "hash-object" or "write-tree" => Chooser.Nobody,
            "log" or "show" => DigestFormat().IsMatch(words) ? Chooser.Nobody : Chooser.Stranger,
            "diff" or "diff-tree" or "ls-files" or "status" => Chooser.Stranger,
            "describe" or "tag" or "branch" => Chooser.Insider,
            _ => Chooser.Unknown,
        };
        return new Choice(by, $"git {command.Operands(["-C", "-c"]).FirstOrDefault()}");
    }

    /// <summary><c>jq -r .pull_request.number "$GITHUB_EVENT_PATH"</c>.</summary>
    private static Choice OfPayload(string program, ShellCommand command)
    {
        var filter = program == "jq" ? command.Arguments.FirstOrDefault(word => Filter().IsMatch(word)) : null;
        ImmutableArray<string> path = filter is null ? [] : [.. filter.Trim('.').ToLowerInvariant().Split('.')];
        return new Choice(GitHubContext.InPayload(path), "GITHUB_EVENT_PATH");
    }

    [GeneratedRegex("^((sha|b2|md5)[0-9]*sum|shasum|b3sum|cksum)$")]
    private static partial Regex DigestProgram();

    [GeneratedRegex("title|body|headRef|branch|author|files|comment|commits|diff|label", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignField();

    [GeneratedRegex(@"(--format|--pretty)[= ](format:|tformat:)?%(H|h|T|ct|at|ci|cI|cd)$|(--format|--pretty)[= ](format:)?%(H|h|ct) ")]
    private static partial Regex DigestFormat();

    [GeneratedRegex(@"^(\.[A-Za-z_]\w*)+$")]
    private static partial Regex Filter();
}
