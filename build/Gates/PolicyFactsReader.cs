using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Policy;
using ContainerSecurity.Policy.Contents;
using ContainerSecurity.Policy.DevContainers;
using ContainerSecurity.Policy.Repository;
using ContainerSecurity.Policy.Scripts;
using ContainerSecurity.Policy.Stages;
using ContainerSecurity.Tools.Acquisition;

namespace ContainerSecurity.Gates;

/// <summary>Collects what claims are judged on: each file and each layer is read once.</summary>
internal static partial class PolicyFactsReader
{
    /// <exception cref="InputException">A file that the policy speaks of is missing or unreadable.</exception>
    public static PolicyFacts Read(GateInput input, CancellationToken cancellation)
    {
        var tree = new RepositoryTreeReader(input.Paths.Root, input.Paths.Output).Read(cancellation);
        return new()
        {
            Document = ReadDocument(input.Paths.SecurityPolicy),
            Tree = tree,
            Stages = [.. input.Dockerfiles.SelectMany(source => source.Parsed.Dockerfile is { } dockerfile ? StageFactsReader.Read(dockerfile) : [])],
            UnreadDockerfiles = [.. UnreadDockerfiles(input)],
            DockerIgnores = [.. tree.Files.Where(path => path.EndsWith(DockerIgnore.FileName, StringComparison.Ordinal)).Select(path => new DockerIgnoreFile(path, DockerIgnore.Parse(ReadText(input.Paths.Root, path))))],
            LockedTools = File.Exists(input.Paths.ToolsLock) ? [.. ToolsLock.Load(input.Paths.ToolsLock).Tools.Keys] : [],
            AgentSettings = [.. tree.Files.Where(path => AgentSettingsFile().IsMatch(path)).SelectMany(path => AgentSettings(path, ReadText(input.Paths.Root, path)))],
            DevContainers = [.. DevContainerFiles(input.Paths.Root).Select(path => DevContainerParser.Parse(path, ReadText(input.Paths.Root, path)))],
            Scripts = ScriptReader.Read(input.Paths.Root, tree),
            Image = input.Image is { } image ? new ImageFactsReader(cancellation).Read(image) : null,
            ImageMissing = input.ImageMissing ?? "no image was built or given",
        };
    }

    /// <summary>Claims are about the whole repository: a Dockerfile that is no Dockerfile, or that --dockerfile leaves out, is something unseen.</summary>
    private static IEnumerable<string> UnreadDockerfiles(GateInput input)
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

    /// <summary>Claude Code gives its tools and itself what <c>env</c> says in a project's settings.</summary>
    private static IEnumerable<EnvironmentEntry> AgentSettings(string path, string text) =>
        from member in LocatedJson.Parse(path, text)["env"]?.Members ?? []
        select new EnvironmentEntry(path, member.Name, member.Value.Text, Place.At(path, member.Line));

    [GeneratedRegex(@"(^|/)\.claude/settings(\.local)?\.json$")]
    private static partial Regex AgentSettingsFile();

    private static SecurityPolicyDocument ReadDocument(string path) => File.Exists(path)
        ? SecurityPolicyParser.Parse(File.ReadAllText(path))
        : throw new InputException($"{path} does not exist, so there is no claim to prove; restore it.");

    /// <summary>The places where tools look for the file: <c>.devcontainer/devcontainer.json</c>, <c>.devcontainer.json</c>, one folder each for several.</summary>
    private static ImmutableArray<string> DevContainerFiles(string root)
    {
        string[] fixedPlaces = [".devcontainer/devcontainer.json", ".devcontainer.json"];
        var folder = Path.Combine(root, ".devcontainer");
        var folders = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        return
        [
            .. fixedPlaces
                .Concat(folders.Select(name => $".devcontainer/{Path.GetFileName(name)}/devcontainer.json").Order(StringComparer.Ordinal))
                .Where(path => File.Exists(Path.Combine(root, path))),
        ];
    }

    private static string ReadText(string root, string path) => File.ReadAllText(Path.Combine(root, path));
}
