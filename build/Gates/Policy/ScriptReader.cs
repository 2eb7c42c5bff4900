using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Gates.Policy;

/// <summary>Collects every script of a repository: shell and PowerShell files, and the steps of workflows and actions.</summary>
internal static partial class ScriptReader
{
    public static FoundScripts Read(RepositoryText texts, IEnumerable<string> files)
    {
        var scripts = ImmutableArray.CreateBuilder<Script>();
        var unread = ImmutableArray.CreateBuilder<string>();
        foreach (var path in files)
        {
            try
            {
                if (IsScript(path, texts))
                    scripts.AddRange(ScriptsOf(path, texts.Read(path)));
            }
            catch (Exception unreadable) when (unreadable is InputException or IOException or UnauthorizedAccessException)
            {
                unread.Add(unreadable.Message);
            }
        }

        return new FoundScripts(scripts.ToImmutable(), unread.ToImmutable());
    }

    private static bool IsScript(string path, RepositoryText texts) =>
        PowerShellFile().IsMatch(path) || PipelineOf(path) is not null || ShellFile().IsMatch(path)
        || (NameWithoutDot().IsMatch(path) && ShellFirstLine().IsMatch(texts.ReadHead(path)));

    private static ConfigurationFileKind? PipelineOf(string path) =>
        ConfigurationFileNames.KindOf(path) is { } kind and (ConfigurationFileKind.Workflow or ConfigurationFileKind.Action) ? kind : null;

    private static ImmutableArray<Script> ScriptsOf(string path, string text) =>
        PowerShellFile().IsMatch(path) ? [WholeFile(path, text, ScriptLanguage.PowerShell)]
        : PipelineOf(path) is { } kind ? ConfigurationFileReader.Read(kind, path, text).Scripts
        : [WholeFile(path, text, ScriptLanguage.Shell)];

    private static Script WholeFile(string path, string text, ScriptLanguage language) =>
        new(path, Place.At(path, 1), text, language) { KeepsLines = true };

    [GeneratedRegex(@"\.(sh|bash|ash|ksh|zsh|bats)$")]
    private static partial Regex ShellFile();

    [GeneratedRegex(@"(^|/)[^/.]+\z")]
    private static partial Regex NameWithoutDot();

    [GeneratedRegex(@"\.(ps1|psm1)$")]
    private static partial Regex PowerShellFile();

    [GeneratedRegex(@"\A#!\s*\S*/(env\s+(-S\s+)?)?(\S*/)?(ba|da|a|k|z)?sh\b")]
    private static partial Regex ShellFirstLine();
}
