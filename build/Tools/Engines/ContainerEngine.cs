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
