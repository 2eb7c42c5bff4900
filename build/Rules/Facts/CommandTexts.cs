using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Facts;

/// <summary>What a command may write into a configuration file: its words, and the texts given to it.</summary>
internal static class CommandTexts
{
    /// <summary>Line ends that <c>printf</c> would write are line ends.</summary>
    public static IEnumerable<string> Find(ShellCommand command) => command.Words
        .Concat(command.Redirections.Select(redirection => redirection.Target))
        .Select(word => word.Text.Replace("\\n", "\n", StringComparison.Ordinal));

    /// <summary>A word and the one after it, as <c>git config http.sslVerify false</c> has them, joined by an equals sign.</summary>
    public static IEnumerable<string> Settings(ShellCommand command) =>
        command.Words.Zip(command.Words.Skip(1), (name, value) => $"{name.Text}={value.Text}").Concat(command.Words.Select(word => word.Text));
}
