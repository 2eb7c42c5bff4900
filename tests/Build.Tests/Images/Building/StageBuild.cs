using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Images.Writing;

namespace Build.Tests.Images.Building;

/// <summary>Builds the stage <c>proxy</c> of a Dockerfile text over a folder of its own, and reads the result back as everyone else does.</summary>
internal sealed class StageBuild : IDisposable
{
    public TemporaryFolder Context { get; } = new();

    public DateTimeOffset Created { get; init; } = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    public Dictionary<string, string> Arguments { get; } = [];

    public string Layout => Context["out/image"];

    public string Archive => Context["out/image.tar"];

    public BuildResult Run(string dockerfile)
    {
        var parsed = DockerfileParser.Parse("Dockerfile", dockerfile);
        Assert.True(parsed.Errors.IsEmpty, string.Join("; ", parsed.Errors));
        var settings = new BuildSettings
        {
            Name = "claude-code-proxy:2.0.0",
            Architecture = "amd64",
            Created = Created,
            Arguments = Arguments.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
        return ImageBuilder.Build(parsed.Dockerfile!, "proxy", BuildContextFolder.Open(Context.Path, Context["artifacts"]), settings);
    }

    /// <summary>The image of <c>FROM scratch AS proxy</c> and these lines.</summary>
    public ContainerImage Image(string lines)
    {
        var outcome = Run("FROM scratch AS proxy\n" + lines);
        Assert.Empty(outcome.Findings);
        OciLayoutWriter.Write([outcome.Image!], Layout);
        return Assert.Single(ImageReader.Open(Layout, Context["work"]).Images);
    }

    /// <summary>The one finding of <c>FROM scratch AS proxy</c> and these lines.</summary>
    public Finding Finding(string lines)
    {
        var outcome = Run("FROM scratch AS proxy\n" + lines);
        Assert.Null(outcome.Image);
        return Assert.Single(outcome.Findings);
    }

    /// <summary>Paths with kind and content, lowest layer first.</summary>
    public static IReadOnlyList<string> Paths(ContainerImage image) =>
        [.. image.Layers
            .SelectMany(layer => layer.ReadEntries())
            .Select(entry => entry.Kind == LayerEntryKind.Directory ? entry.Path + "/" : entry.Path)];

    public void Dispose() => Context.Dispose();
}
