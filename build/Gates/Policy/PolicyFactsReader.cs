using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.SecurityPolicy;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Tools.Acquisition;

namespace ContainerSecurity.Gates.Policy;

/// <summary>Collects what claims are judged on: each file and each layer is read once.</summary>
internal sealed partial class PolicyFactsReader(GateInput input)
{
    private string Root => input.Paths.Root;

    /// <exception cref="InputException">A file that the policy speaks of is missing or unreadable.</exception>
    public PolicyFacts Read(CancellationToken cancellation)
    {
        var tree = new RepositoryTreeReader(Root, input.Paths.Output).Read(cancellation);
        return new()
        {
            Document = ReadDocument(),
            Tree = tree,
            Stages = [.. input.Dockerfiles.Select(source => source.Parsed.Dockerfile).OfType<Dockerfile>().SelectMany(dockerfile => new DockerBuild(dockerfile).Stages)],
            UnreadDockerfiles = [.. UnreadDockerfiles()],
            DockerIgnores = [.. Texts(tree, DockerIgnoreName()).Select(file => new DockerIgnoreFile(file.Path, DockerIgnore.Parse(file.Text)))],
            LockedTools = File.Exists(input.Paths.ToolsLock) ? [.. ToolsLock.Load(input.Paths.ToolsLock).Tools.Keys] : [],
            AgentSettings = [.. Texts(tree, AgentSettingsName()).SelectMany(file => AgentSettings(file.Path, file.Text))],
            DevContainers = [.. DevContainerFiles().Select(path => DevContainerParser.Parse(path, ReadText(path)))],
            Scripts = ScriptReader.Read(Root, tree.Files),
            Image = input.Images is [var image, ..] ? new ImageFactsReader(cancellation).Read(image) : null,
            ImageMissing = input.ImageMissing ?? "no image was built or given",
        };
    }

    private SecurityPolicyDocument ReadDocument() => File.Exists(input.Paths.SecurityPolicy)
        ? SecurityPolicyParser.Parse(File.ReadAllText(input.Paths.SecurityPolicy))
        : throw new InputException($"{input.Paths.SecurityPolicy} does not exist, so there is no claim to prove; restore it.");

    /// <summary>Claims are about the whole repository: a Dockerfile that is none, or that --dockerfile leaves out, is something unseen.</summary>
    private IEnumerable<string> UnreadDockerfiles()
    {
        foreach (var source in input.Dockerfiles)
        {
            if (source.Parsed is { Errors: [var error, ..] })
                yield return $"{source.Path}:{error.Line} is not valid: {error.Message}";
            else if (source.Parsed.Dockerfile is null)
                yield return $"{source.Path} is no Dockerfile";
        }

        if (!input.Dockerfiles.Any(source => source.Path == "Dockerfile"))
            yield return "the repository's own Dockerfile is not among those that are judged";
    }

    /// <summary>Claude Code gives itself and its tools what <c>env</c> says in a project's settings.</summary>
    private static IEnumerable<EnvironmentEntry> AgentSettings(string path, string text) =>
        from member in LocatedJson.Parse(path, text)["env"]?.Members ?? []
        select new EnvironmentEntry(path, member.Name, member.Value.Text, Place.At(path, member.Line));

    /// <summary>Where tools look: <c>.devcontainer/devcontainer.json</c>, <c>.devcontainer.json</c>, and a folder each for several.</summary>
    private IEnumerable<string> DevContainerFiles()
    {
        var folder = Path.Combine(Root, ".devcontainer");
        var names = Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)!) : [];
        return names.Order(StringComparer.Ordinal).Select(name => $".devcontainer/{name}/devcontainer.json")
            .Prepend(".devcontainer.json")
            .Prepend(".devcontainer/devcontainer.json")
            .Where(path => File.Exists(Path.Combine(Root, path)));
    }

    private IEnumerable<(string Path, string Text)> Texts(RepositoryTree tree, Regex name) =>
        tree.Files.Where(path => name.IsMatch(path)).Select(path => (path, ReadText(path)));

    private string ReadText(string path) => File.ReadAllText(Path.Combine(Root, path));

    [GeneratedRegex(@"\.dockerignore\z")]
    private static partial Regex DockerIgnoreName();

    [GeneratedRegex(@"(^|/)\.claude/settings(\.local)?\.json\z")]
    private static partial Regex AgentSettingsName();
}
