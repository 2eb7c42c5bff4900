using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Finds where a command takes the code from that it runs: standard input, a word, or a file.</summary>
internal static class CodeInput
{
    private static readonly string[] Standard = ["-", "/dev/stdin", "/proc/self/fd/0", "/dev/fd/0"];
    private static readonly string[] OptionsWithValue = ["-o", "+o", "-O", "+O", "--rcfile", "--init-file", "-W", "-X", "-I", "-r", "--require"];
    private static readonly string[] LoginOptions = ["-s", "-i", "--shell", "--login"];

    /// <summary>Whether the command runs what it reads from standard input.</summary>
    public static bool ReadsStandardInput(EffectiveCommand command) => command.Name switch
    {
        "source" or "." => command.Arguments.Length > 0 && Standard.Contains(command.Arguments[0].Text),
        // Without a program of their own, these start a shell.
        "sudo" or "doas" => command.Arguments.Any(word => LoginOptions.Contains(word.Text)),
        "su" or "runuser" => CommandOf(command) is not { } code
            || ShellScript.Parse(code.Text).Commands.Any(inner => ReadsStandardInput(EffectiveCommand.From(inner))),
        _ when !KnownPrograms.IsInterpreter(command.Name) => false,
        // Without the code: xargs appends it from its own input.
        _ when TakesCode(command) => CodeOf(command) is null,
        _ => Operand(command) is not { } operand || Standard.Contains(operand.Text) || IsShellInput(command),
    };

    /// <summary>The words that are run as code, or name a file that is.</summary>
    public static IEnumerable<ShellWord> FindCode(EffectiveCommand command)
    {
        if (command.Name == "eval")
            return command.Arguments;
        if (command.Name is "source" or ".")
            return command.Arguments.Take(1);
        // ${SHELL} -c … runs some shell.
        if (command.Name.Length == 0)
            return CommandOf(command) is { } given ? [given] : [];
        if (!KnownPrograms.IsInterpreter(command.Name))
            return [];
        return CodeOf(command) is { } code ? [code] : Operand(command) is { } file ? [file] : [];
    }

    private static ShellWord? CodeOf(EffectiveCommand command) =>
        command.Arguments.SkipWhile(word => !IsCodeOption(command.Name, word)).Skip(1).FirstOrDefault(word => !word.Text.StartsWith('-'));

    private static ShellWord? CommandOf(EffectiveCommand command) =>
        command.Arguments.SkipWhile(word => word.Text is not ("-c" or "--command")).ElementAtOrDefault(1);

    private static bool TakesCode(EffectiveCommand command) => command.Arguments.Any(word => IsCodeOption(command.Name, word));

    /// <summary><c>-c</c> of shells and python, <c>-e</c> of most languages, also in a row of letters such as <c>-lc</c>.</summary>
    private static bool IsCodeOption(string name, ShellWord word)
    {
        var text = word.Text;
        if (text is "--eval" or "--command" or "-Command" or "-EncodedCommand" or "-m")
            return true;
        if (text.Length < 2 || text[0] != '-' || text[1] == '-')
            return false;
        var letters = KnownPrograms.IsShell(name) || name.StartsWith("python", StringComparison.Ordinal) ? "c" : "ercp";
        return text.IndexOfAny(letters.ToCharArray()) > 0;
    }

    /// <summary><c>sh -s -- --yes</c>.</summary>
    private static bool IsShellInput(EffectiveCommand command) =>
        KnownPrograms.IsShell(command.Name) && command.Arguments.Any(word => word.Text is ['-', not '-', ..] && word.Text.Contains('s'));

    /// <summary>The first word that is not an option: the script.</summary>
    private static ShellWord? Operand(EffectiveCommand command)
    {
        for (var at = 0; at < command.Arguments.Length; at++)
        {
            var word = command.Arguments[at];
            if (OptionsWithValue.Contains(word.Text))
            {
                at++;
            }
            else if (word.Text is "-" or "--" || word.Text.Length == 0 || (word.Text[0] is not ('-' or '+') && !word.Text.StartsWith('>')))
            {
                // php treats what follows as arguments of the program on standard input.
                return word.Text == "--" && command.Name.StartsWith("php", StringComparison.Ordinal) ? null
                    : word.Text == "--" ? command.Arguments.ElementAtOrDefault(at + 1)
                    : word;
            }
        }
        return null;
    }
}
