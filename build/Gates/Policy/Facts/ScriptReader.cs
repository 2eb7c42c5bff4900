using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Gates.Policy.Facts;

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
                    scripts.AddRange(ScriptsOf(path, texts.Read(path), LanguageOf(path, texts) ?? ScriptLanguage.Shell));
            }
            catch (Exception unreadable) when (unreadable is InputException or IOException or UnauthorizedAccessException)
            {
                unread.Add(unreadable.Message);
            }
        }

        return new FoundScripts(scripts.ToImmutable(), unread.ToImmutable());
    }

    private static bool IsScript(string path, RepositoryText texts) =>
        PipelineOf(path) is not null || LanguageOf(path, texts) is not null;

    private static ScriptLanguage? LanguageOf(string path, RepositoryText texts) =>
        (ScriptFile.LanguageOfName(path) ?? (NameWithoutDot().IsMatch(path) ? ScriptFile.LanguageOfHead(texts.ReadHead(path)) : null))
            is (ScriptLanguage.Shell or ScriptLanguage.PowerShell) and var language ? language : null;

    private static ConfigurationFileKind? PipelineOf(string path) =>
        ConfigurationFileNames.KindOf(path) is { } kind and (ConfigurationFileKind.Workflow or ConfigurationFileKind.Action) ? kind : null;

    private static ImmutableArray<Script> ScriptsOf(string path, string text, ScriptLanguage language) =>
        PipelineOf(path) is { } kind ? ConfigurationFileReader.Read(kind, path, text).Scripts
        : [Script.WithLines(path, Place.At(path, 1), text, language)];

    [GeneratedRegex(@"(^|/)[^/.]+\z")]
    private static partial Regex NameWithoutDot();
}
