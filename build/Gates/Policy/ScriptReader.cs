using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Gates.Policy;

/// <summary>Collects every script of a repository: shell and PowerShell files, by name or by first line, and the steps of workflows and actions.</summary>
internal static partial class ScriptReader
{
    public static ImmutableArray<Script> Read(string root, IEnumerable<string> files) =>
        [.. files.SelectMany(path => ScriptsOf(path, new Lazy<string>(() => File.ReadAllText(Path.Combine(root, path)))))];

    private static ImmutableArray<Script> ScriptsOf(string path, Lazy<string> text) =>
        PowerShellFile().IsMatch(path) ? [WholeFile(path, text.Value, ScriptLanguage.PowerShell)]
        : ConfigurationFileNames.KindOf(path) is { } kind and (ConfigurationFileKind.Workflow or ConfigurationFileKind.Action)
            ? ConfigurationFileReader.Read(kind, path, text.Value).Scripts
        : ShellFile().IsMatch(path) || (NameWithoutDot().IsMatch(path) && ShellFirstLine().IsMatch(text.Value)) ? [WholeFile(path, text.Value, ScriptLanguage.Shell)]
        : [];

    private static Script WholeFile(string path, string text, ScriptLanguage language) => new(path, Place.At(path, 1), text, language) { KeepsLines = true };

    [GeneratedRegex(@"\.(sh|bash|ash|ksh|zsh|bats)$")]
    private static partial Regex ShellFile();

    [GeneratedRegex(@"(^|/)[^/.]+\z")]
    private static partial Regex NameWithoutDot();

    [GeneratedRegex(@"\.(ps1|psm1)$")]
    private static partial Regex PowerShellFile();

    [GeneratedRegex(@"\A#!\s*\S*/(env\s+(-S\s+)?)?(\S*/)?(ba|da|a|k|z)?sh\b")]
    private static partial Regex ShellFirstLine();
}
