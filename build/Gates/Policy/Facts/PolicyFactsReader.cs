using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Formats.SecurityPolicy;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Secrets;
using ContainerSecurity.Tools.Acquisition;

namespace ContainerSecurity.Gates.Policy.Facts;

/// <summary>Collects what claims are judged on: each file and each layer is read once.</summary>
internal sealed partial class PolicyFactsReader(GateInput input)
{
    private readonly RepositoryText _texts = new(input.Files.Root);
    private readonly List<string> _unread = [];

    /// <exception cref="InputException">A file that the policy speaks of is missing or unreadable.</exception>
    public PolicyFacts Read(CancellationToken cancellation)
    {
        ImmutableArray<string> files = [.. input.Files.Committable];
        var secrets = TreeSecrets.Read(input.Files.Root, files, cancellation);
        var scripts = ScriptReader.Read(_texts, files);
        var facts = Read(files, secrets, scripts, cancellation);
        return facts with
        {
            Dockerfiles = [.. ReadDockerfiles()],
            IsolatedCompose = ReadIsolated(facts.DevContainers),
            UnreadConfigurations = [.. _unread],
        };
    }

    private PolicyFacts Read(ImmutableArray<string> files, TreeSecrets secrets, FoundScripts scripts, CancellationToken cancellation) => new()
    {
        Document = ReadDocument(),
        Policy = ReleasePolicyFile.Read(input.Paths),
        Files = files,
        IgnoreRules = input.Files.IgnoreRules,
        Secrets = [.. secrets.Found
            .Where(found => found.Match.Severity > Severity.Low)
            .Select(found => new FoundSecret(found.Match.Rule.Title, Place.At(found.Path, found.Match.Line ?? 1)))],
        UnreadFiles = secrets.Unread,
        UnreadDockerfiles = [.. UnreadDockerfiles()],
        DockerIgnores = [.. files.Where(path => DockerIgnoreName().IsMatch(path)).SelectMany(path => Each(path, ReadDockerIgnore))],
        LockedTools = File.Exists(input.Paths.ToolsLock) ? [.. ToolsLock.Load(input.Paths.ToolsLock).Tools.Keys] : [],
        AgentSettings =
            [.. files.Where(path => AgentSettingsName().IsMatch(path)).SelectMany(path => Each(path, AgentSettings)).SelectMany(found => found)],
        DevContainers = [.. DevContainerFiles().SelectMany(path => Each(path, file => DevContainerParser.Parse(file, _texts.Read(file))))],
        Scripts = scripts.Scripts,
        UnreadScripts = scripts.Unread,
        Image = input.Images is [var image, ..] ? new ImageFactsReader(cancellation).Read(image) : null,
        ImageMissing = input.ImageMissing ?? "no image was built or given",
        Container = input.Container,
        ContainerMissing = input.ContainerMissing ?? "only --target=Verify starts the image",
        DevContainer = input.DevContainer,
        DevContainerMissing = input.DevContainerMissing ?? "only --target=Verify starts the isolated devcontainer",
        Build = input.Build,
        BuildMissing = input.BuildMissing ?? "only --target=Verify without --quick builds twice",
    };

    private IEnumerable<CommandSource> ReadDockerfiles()
    {
        var ignoreFiles = new ContextIgnoreFiles(input.Files.Root);
        var contexts = new ContextFolders(input.Files, ignoreFiles);
        foreach (var source in input.Dockerfiles)
        {
            if (source.Parsed.Dockerfile is not { } dockerfile)
                continue;
            var build = new DockerBuild(dockerfile);
            yield return CommandSourceReader.Read(build, new LintConfiguration(), contexts.Find(source, build));
        }

        foreach (var unread in ignoreFiles.Unread)
            _unread.Add($"{unread.Place}: {unread.Why}");
    }

    private ComposeDocument? ReadIsolated(ImmutableArray<DevContainer> containers) => containers.FirstOrDefault(Subjects.IsIsolated) is { } container
        ? container.ComposeFiles.SelectMany(file => Each(file.Path, path => LocatedYaml.Parse(path, _texts.Read(path)))).OfType<LocatedValue>()
            .Select(root => new ComposeDocument(container.ComposeFiles.First().Path, root)).FirstOrDefault()
        : null;

    private SecurityPolicyDocument ReadDocument() => File.Exists(input.Paths.SecurityPolicy)
        ? SecurityPolicyParser.Parse(BoundedFile.ReadText(Path.GetFileName(input.Paths.SecurityPolicy), input.Paths.SecurityPolicy))
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

        if (input.Dockerfiles.IsEmpty)
            yield return "the repository has no Dockerfile";
    }

    /// <summary>Claude Code gives itself and its tools what <c>env</c> says in a project's settings.</summary>
    private ImmutableArray<EnvironmentEntry> AgentSettings(string path) =>
    [
        .. from member in LocatedJson.Parse(path, ReadUtf8(path))["env"]?.Members ?? []
           select new EnvironmentEntry(path, member.Name, member.Value.Text, Place.At(path, member.Line)),
    ];

    /// <summary>What a file holds; nothing, and a reason, when it is not what its name says.</summary>
    private IEnumerable<T> Each<T>(string path, Func<string, T> read)
    {
        try
        {
            return [read(path)];
        }
        catch (Exception unreadable) when (unreadable is InputException or IOException or UnauthorizedAccessException)
        {
            _unread.Add(unreadable.Message.TrimEnd('.'));
            return [];
        }
    }

    private DockerIgnoreFile ReadDockerIgnore(string path) => new(path, DockerIgnore.Parse(ReadUtf8(path)));

    /// <summary>
    /// Where tools look, through links too: <c>.devcontainer/devcontainer.json</c>, <c>.devcontainer.json</c>, and a folder each for several.
    /// </summary>
    private IEnumerable<string> DevContainerFiles() => input.Files.Files
        .Concat(SymbolicLinks.Follow(input.Files).Select(link => link.Path))
        .Where(path => DevContainerName().IsMatch(path))
        .OrderBy(path => RepositoryPath.Depth(path) switch { 1 => 0, 0 => 1, _ => 2 })
        .ThenBy(path => path, StringComparer.Ordinal);

    /// <summary>For files that their programs read as bytes: UTF-16 would not mean to them what it says.</summary>
    private string ReadUtf8(string path) => BoundedFile.ReadText(path, Path.Combine(input.Files.Root, path));

    [GeneratedRegex(@"^(\.devcontainer/([^/]+/)?|\.)devcontainer\.json\z")]
    private static partial Regex DevContainerName();

    [GeneratedRegex(@"\.dockerignore\z")]
    private static partial Regex DockerIgnoreName();

    [GeneratedRegex(@"(^|/)\.claude/settings(\.local)?\.json\z")]
    private static partial Regex AgentSettingsName();
}
