using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Writing;
using ContainerSecurity.Packaging.Inventory;
using ContainerSecurity.Packaging.Sysroots;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Acquisition;

namespace ContainerSecurity.Packaging;

/// <summary>Builds the image on disk from the compiled binary: prepares the context, executes the Dockerfile's stage, writes both forms.</summary>
internal sealed class ProxyImageBuild(BuildPaths paths, IToolRunner runner)
{
    /// <summary>The stage that is released.</summary>
    public const string Stage = "proxy";

    /// <summary>Tag of the images: the version of the sources.</summary>
    public static string Version { get; } = typeof(ProxyImageBuild).Assembly.GetName().Version!.ToString(3);

    /// <param name="rids">The platforms; the docker-archive holds the first.</param>
    /// <returns>The findings that prevented the build; none when the images are on disk.</returns>
    /// <exception cref="InputException">There is no Dockerfile, or nothing has been compiled.</exception>
    public async Task<ImmutableArray<Finding>> RunAsync(ImmutableArray<string> rids, CancellationToken cancellation)
    {
        if (!File.Exists(paths.Dockerfile))
            throw new InputException($"{paths.Dockerfile} is missing. The image is built from its stage {Stage}.");

        var parsed = DockerfileParser.Parse("Dockerfile", BoundedFile.Read("Dockerfile", paths.Dockerfile, DockerfileSource.MostBytes)).Parsed;
        if (parsed.Dockerfile is not { } dockerfile || !parsed.Errors.IsEmpty)
            return Withdrawn([.. parsed.Errors.Select(SyntaxFinding)]);

        var images = new List<BuiltImage>();
        // The first platform last: its files stay in the build context and its bill of materials beside the image.
        foreach (var rid in rids.Reverse())
        {
            var outcome = await BuildAsync(dockerfile, rid, cancellation);
            if (outcome.Image is not { } image)
                return Withdrawn(outcome.Findings);
            images.Insert(0, image);
        }

        OciLayoutWriter.Write(images, paths.Image);
        DockerArchiveWriter.Write(images[0], paths.ImageArchive);
        return [];
    }

    private async Task<BuildResult> BuildAsync(Dockerfile dockerfile, string rid, CancellationToken cancellation)
    {
        var settings = await SettingsAsync(rid, cancellation);
        await new ImageContext(paths, runner, MachineFor(rid)).StageAsync(rid, Version, settings.Created, cancellation);
        return ImageBuilder.Build(dockerfile, Stage, BuildContextFolder.Open(paths.Root, paths.Output), settings);
    }

    private ImmutableArray<Finding> Withdrawn(ImmutableArray<Finding> findings)
    {
        // An image of an earlier run must not be mistaken for the one that could not be built.
        if (File.Exists(paths.ImageArchive))
            File.Delete(paths.ImageArchive);
        if (Directory.Exists(paths.Image))
            Directory.Delete(paths.Image, recursive: true);

        return findings;
    }

    private BuildMachine MachineFor(string rid) => rid == HostPlatform.Name
        ? BuildMachine.This
        : BuildMachine.This with { System = DebianSysroot.FolderFor(paths, rid) };

    /// <summary>The values of the Dockerfile's ARGs, for every builder of the stage.</summary>
    public static ImmutableSortedDictionary<string, string> Arguments(string rid) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("RID", rid).Add("VERSION", Version);

    /// <summary>The time of the sources that the image shows.</summary>
    public static async Task<DateTimeOffset> TimeAsync(BuildPaths paths, IToolRunner runner, CancellationToken cancellation) =>
        (await SourceDate.ReadAsync(Environment.GetEnvironmentVariable(SourceDate.Variable), paths.Root, runner, cancellation)).Time;

    private async Task<BuildSettings> SettingsAsync(string rid, CancellationToken cancellation)
    {
        return new BuildSettings
        {
            Name = $"claude-code-proxy:{Version}",
            Architecture = RidNames.Debian(rid),
            Arguments = Arguments(rid),
            Created = await TimeAsync(paths, runner, cancellation),
        };
    }

    private static Finding SyntaxFinding(SyntaxError error) => new()
    {
        RuleId = "DL1000",
        Severity = Severity.High,
        Message = error.Message,
        File = "Dockerfile",
        Line = error.Line,
        Column = error.Column,
    };
}
