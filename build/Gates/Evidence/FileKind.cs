using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Compose;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>What a file is to the tools that read it, and how it is read.</summary>
internal sealed partial record FileKind(string Name, Func<SourceFile, JudgedFile> Read)
{
    public static FileKind Compose { get; } = new("compose", ComposeReader.Read);

    private static FileKind DevContainer { get; } = new("devcontainer", DevContainerReader.Read);

    private static FileKind Workflow { get; } = new("workflow", file => WorkflowReader.Read(file, isAction: false));

    private static FileKind Action { get; } = new("action", file => WorkflowReader.Read(file, isAction: true));

    /// <returns>Null for a file whose name says nothing.</returns>
    public static FileKind? OfName(string path) =>
        CommandFile.IsWorkflow(path) ? Workflow
        : ComposeName().IsMatch(path) ? Compose
        : CommandFile.IsDevContainer(path) ? DevContainer
        : CommandFile.IsAction(path) ? Action
        : null;

    /// <summary><c>docker compose -f stack.yml</c>: any YAML whose services have an image or a build is a compose file to somebody.</summary>
    public static bool IsComposeByContent(string path, Func<string> text)
    {
        try
        {
            return YamlName().IsMatch(path)
                && text() is var read && read.Contains("services", StringComparison.Ordinal)
                && LocatedYaml.Parse(path, read)?["services"] is { } services
                && services.Members.Any(service => service.Value["image"] is not null || service.Value["build"] is not null || service.Value["extends"] is not null);
        }
        catch (Exception other) when (other is InputException or IOException or UnauthorizedAccessException)
        {
            // Templates and lists of documents are YAML to other tools only.
            return false;
        }
    }

    /// <summary>A folder whose content decides what is run: a link in its place must lead to something that can be judged.</summary>
    public static bool IsFolderOfKnownFiles(string path) => KnownFolder().IsMatch(path);

    [GeneratedRegex(@"(^|/)(docker-)?compose[^/]*\.ya?ml\z", RegexOptions.IgnoreCase)]
    private static partial Regex ComposeName();

    [GeneratedRegex(@"\.ya?ml\z", RegexOptions.IgnoreCase)]
    private static partial Regex YamlName();

    [GeneratedRegex(@"(^|/)\.devcontainer(/|\z)|^\.github(/|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex KnownFolder();
}
