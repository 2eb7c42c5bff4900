using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Scripts;

/// <summary>Collects every script of a repository: shell and PowerShell files, by name or by first line, and the commands of pipelines.</summary>
internal static partial class ScriptReader
{
    public static ImmutableArray<Script> Read(string root, IEnumerable<string> files) =>
        [.. files.SelectMany(path => ScriptsOf(path, new Lazy<string>(() => File.ReadAllText(Path.Combine(root, path)))))];

    private static IEnumerable<Script> ScriptsOf(string path, Lazy<string> text) =>
        PowerShellFile().IsMatch(path) ? [new(path, 1, text.Value, ScriptLanguage.PowerShell)]
        : CommandFile.IsPipeline(path) ? WorkflowScripts.Read(path, text.Value)
        : ShellFile().IsMatch(path) || (NameWithoutDot().IsMatch(path) && ShellFirstLine().IsMatch(text.Value)) ? [new(path, 1, text.Value, ScriptLanguage.Shell)]
        : [];

    [GeneratedRegex(@"\.(sh|bash|ash|ksh|zsh|bats)$")]
    private static partial Regex ShellFile();

    [GeneratedRegex(@"(^|/)[^/.]+\z")]
    private static partial Regex NameWithoutDot();

    [GeneratedRegex(@"\.(ps1|psm1)$")]
    private static partial Regex PowerShellFile();

    [GeneratedRegex(@"\A#!\s*\S*/(env\s+(-S\s+)?)?(\S*/)?(ba|da|a|k|z)?sh\b")]
    private static partial Regex ShellFirstLine();
}
