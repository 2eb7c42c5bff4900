using System.Collections.Immutable;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Engines;

/// <summary>Commands of Docker, Podman or Buildah. They build images for comparison; the gates check the image of the built-in builder.</summary>
/// <param name="Program"><c>docker</c>, <c>podman</c> or <c>buildah</c>.</param>
internal sealed record ContainerEngine(string Program)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(30);

    /// <summary>The variables by which each client finds its engine.</summary>
    private static readonly string[] Variables = ["DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG", "CONTAINER_HOST", "XDG_RUNTIME_DIR"];

    /// <summary>Builds one stage of a Dockerfile.</summary>
    public ToolCommand Build(EngineBuild build) => Command(
    [
        "build", "--file", build.Dockerfile, "--target", build.Stage, "--tag", build.Tag,
        .. build.Arguments.SelectMany(argument => new[] { "--build-arg", $"{argument.Key}={argument.Value}" }), .. Isolation, build.Context,
    ]);

    /// <summary>Writes an image to a docker-archive.</summary>
    public ToolCommand Save(string reference, string archive) => Program == "buildah"
        ? Command("push", reference, $"docker-archive:{archive}:{reference}")
        : Command("save", "--output", archive, reference);

    /// <summary>Takes an image from a docker-archive.</summary>
    public ToolCommand Load(string archive) =>
        Program == "buildah" ? Command("pull", $"docker-archive:{archive}") : Command("load", "--input", archive);

    /// <summary>Starts a container; options as the engine's command line has them.</summary>
    public ToolCommand Run(ImmutableArray<string> options, string image, params ImmutableArray<string> command) =>
        Command(["run", .. options, image, .. command]);

    /// <summary>Runs a program in a container.</summary>
    /// <param name="user">The container's own by default.</param>
    public ToolCommand Execute(string container, ImmutableArray<string> command, string? user = null) =>
        Command(["exec", .. user is null ? ImmutableArray<string>.Empty : ["--user", user], container, .. command]);

    /// <summary>Starts a program in a container and leaves it running.</summary>
    public ToolCommand ExecuteBeside(string container, ImmutableArray<string> options, ImmutableArray<string> command) =>
        Command(["exec", "--detach", .. options, container, .. command]);

    /// <summary>What the engine knows of a container, by a template.</summary>
    public ToolCommand Inspect(string container, string format) => Command("inspect", "--format", format, container);

    /// <summary>SIGTERM, and after the limit SIGKILL.</summary>
    public ToolCommand Stop(string container, TimeSpan limit) => Command("stop", "--time", $"{limit.TotalSeconds:0}", container);

    /// <summary>Prints what the container has written.</summary>
    public ToolCommand Logs(string container) => Command("logs", container);

    /// <summary>A bridge of the engine's ordinary kind.</summary>
    /// <param name="subnet6">Its range of IPv6 addresses.</param>
    public ToolCommand CreateNetwork(string name, string subnet6) => Command("network", "create", "--ipv6", "--subnet", subnet6, name);

    public ToolCommand RemoveNetwork(string name) => Command("network", "rm", name);

    /// <summary>Compose 2, a plugin of the engine's client.</summary>
    /// <param name="files">One file, and what others change of it.</param>
    /// <param name="home">What <c>~</c> means in them; the client's own settings stay those of the user.</param>
    public ToolCommand Compose(string project, ImmutableArray<string> files, string home, params ImmutableArray<string> arguments)
    {
        var command = Command(
            ["compose", "--project-name", project, .. files.SelectMany(file => new[] { "--file", file }), .. arguments]);
        var settings = command.Environment["DOCKER_CONFIG"]
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");
        return command with { Environment = command.Environment.SetItem("HOME", home).SetItem("DOCKER_CONFIG", settings) };
    }

    public ToolCommand Remove(string container) => Command("rm", "--force", "--volumes", container);

    /// <summary>Prints the address of this machine, if the engine knows it, and the range of the network of containers that ask for none.</summary>
    public ToolCommand DefaultNetwork => Program == "podman"
        ? Command("network", "inspect", "podman", "--format", "{{with index .Subnets 0}}{{.Gateway}} {{.Subnet}}{{end}}")
        : Command("network", "inspect", "bridge", "--format", "{{with index .IPAM.Config 0}}{{.Gateway}} {{.Subnet}}{{end}}");

    /// <summary>As root without user namespaces, Buildah needs chroot isolation.</summary>
    private ImmutableArray<string> Isolation => Program == "buildah" ? ["--isolation", "chroot"] : [];

    private ToolCommand Command(params ImmutableArray<string> arguments) => new()
    {
        Executable = Program,
        Arguments = arguments,
        Timeout = Long,
        Environment = Variables.ToImmutableSortedDictionary(name => name, Environment.GetEnvironmentVariable),
    };
}
