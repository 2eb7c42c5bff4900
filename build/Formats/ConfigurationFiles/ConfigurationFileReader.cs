using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Compose;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Formats.ConfigurationFiles;

/// <summary>Reads compose files, devcontainers, workflows and actions.</summary>
internal static class ConfigurationFileReader
{
    /// <param name="variables">Of a compose file.</param>
    /// <exception cref="InputException">The text is not what its name says.</exception>
    public static ConfigurationFile Read(ConfigurationFileKind kind, string path, string text, ComposeVariables? variables = null) => kind switch
    {
        ConfigurationFileKind.Compose => From(path, ComposeFile.Parse(path, text, variables ?? ComposeVariables.None)),
        ConfigurationFileKind.DevContainer => From(DevContainerParser.Parse(path, text)),
        _ => From(Workflow.Parse(path, text, kind == ConfigurationFileKind.Action)),
    } with
    {
        Comments = [.. CommentsIn(text, kind == ConfigurationFileKind.DevContainer ? "//" : "#")],
    };

    private static ConfigurationFile From(string path, ComposeFile file) => new(path, ConfigurationFileKind.Compose)
    {
        Containers = [.. file.Containers],
        ComposeFiles = [.. file.OtherFiles()],
        Scripts = [.. file.Scripts],
        Dockerfiles = [.. file.Dockerfiles],
        InlineDockerfiles = [.. file.InlineDockerfiles],
    };

    private static ConfigurationFile From(DevContainer container) => new(container.Path, ConfigurationFileKind.DevContainer)
    {
        Containers = [container.Requested],
        ComposeFiles = [.. container.ComposeFiles],
        Dockerfiles = [.. container.Dockerfiles],
        Scripts = container.Scripts,
    };

    private static ConfigurationFile From(Workflow workflow) => new(workflow.Path, KindOf(workflow))
    {
        Workflow = workflow,
        Containers = [.. workflow.Containers.Select(container => container.Requested)],
        Scripts = [.. workflow.Scripts],
        Dockerfiles = [.. WorkflowDockerfiles.Find(workflow)],
    };

    private static ConfigurationFileKind KindOf(Workflow workflow) =>
        workflow.IsAction ? ConfigurationFileKind.Action : ConfigurationFileKind.Workflow;

    private static IEnumerable<Comment> CommentsIn(string text, string sign) => text.Split('\n')
        .Select((line, index) => (Text: line.Trim(), Number: index + 1))
        .Where(line => line.Text.StartsWith(sign, StringComparison.Ordinal))
        .Select(line => new Comment(line.Number, line.Text[sign.Length..]));
}
