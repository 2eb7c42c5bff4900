using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.ConfigurationFiles;

/// <summary>Which files are configuration files, and of which kind.</summary>
internal static partial class ConfigurationFileNames
{
    private static readonly string[] MadeBy = ["image", "build", "extends"];

    /// <returns>Null for a file whose name says nothing.</returns>
    public static ConfigurationFileKind? KindOf(string path) =>
        WorkflowName().IsMatch(path) ? ConfigurationFileKind.Workflow
        : ComposeName().IsMatch(path) ? ConfigurationFileKind.Compose
        : DevContainerName().IsMatch(path) ? ConfigurationFileKind.DevContainer
        : ActionName().IsMatch(path) ? ConfigurationFileKind.Action
        : null;

    public static bool IsYaml(string path) => YamlName().IsMatch(path);

    /// <summary><c>docker compose -f stack.yml</c>: any YAML whose services have an image or a build is a compose file to somebody.</summary>
    public static bool IsComposeByContent(string path, string text)
    {
        try
        {
            return text.Contains("services", StringComparison.Ordinal)
                && LocatedYaml.Parse(path, text)?["services"] is { } services
                && services.Members.Any(service => MadeBy.Any(key => service.Value[key] is not null));
        }
        catch (InputException)
        {
            // Templates and lists of documents are YAML to other tools only.
            return false;
        }
    }

    /// <summary>A folder whose content decides what is run: a link in its place must lead to something that can be judged.</summary>
    public static bool IsFolderOfKnownFiles(string path) => KnownFolder().IsMatch(path);

    [GeneratedRegex(@"^\.github/workflows/[^/]+\.ya?ml\z", RegexOptions.IgnoreCase)]
    private static partial Regex WorkflowName();

    [GeneratedRegex(@"(^|/)action\.ya?ml\z", RegexOptions.IgnoreCase)]
    private static partial Regex ActionName();

    [GeneratedRegex(@"(^|/)(\.?devcontainer|devcontainer-feature)\.json\z", RegexOptions.IgnoreCase)]
    private static partial Regex DevContainerName();

    [GeneratedRegex(@"(^|/)(docker-)?compose[^/]*\.ya?ml\z", RegexOptions.IgnoreCase)]
    private static partial Regex ComposeName();

    [GeneratedRegex(@"\.ya?ml\z", RegexOptions.IgnoreCase)]
    private static partial Regex YamlName();

    [GeneratedRegex(@"(^|/)\.devcontainer(/|\z)|^\.github(/|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex KnownFolder();
}
