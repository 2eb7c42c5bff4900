using Build.Tests.Checkout;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Gates.Policy.Facts;
using ContainerSecurity.Options;
using ContainerSecurity.Rules.Claims.Facts;

namespace Build.Tests.Gates.Policy;

/// <summary>A copy of this repository's own files that claims speak of, in a temporary folder where they can be spoilt.</summary>
internal sealed class SampleRepository : IDisposable
{
    private static readonly string[] Copied =
    [
        "SECURITY.md", "build/policy.yaml", "Dockerfile", ".dockerignore", ".gitignore", "tools.lock.json", ".devcontainer/devcontainer.json",
        ".devcontainer/keep-proxy.sh", ".devcontainer/isolated/devcontainer.json", ".devcontainer/isolated/compose.yaml",
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("policy-").FullName;

    public SampleRepository()
    {
        foreach (var path in Copied)
            Write(path, File.ReadAllText(Path.Combine(ThisRepository, path)));
    }

    /// <summary>The checkout that these tests were built from.</summary>
    public static string ThisRepository { get; } = FindRoot(AppContext.BaseDirectory);

    public GateResult Judge() => Judge(new SampleImage());

    public GateResult Judge(SampleImage image) => Judge(Input() with { Images = [image.Open()] });

    public GateResult JudgeWithoutImage(string why) => Judge(Input() with { ImageMissing = why });

    public static GateResult Judge(GateInput input, PolicyDepth depth = PolicyDepth.TreeAndImage) =>
        PolicyGate.Judge(input, depth, CancellationToken.None);

    public PolicyFacts Facts() => new PolicyFactsReader(Input()).Read(CancellationToken.None);

    /// <summary>As the build makes it: all Dockerfiles, no image.</summary>
    public GateInput Input() => new()
    {
        Options = new BuildOptions { Rids = ["linux-x64"], Output = Path.Combine(_root, "artifacts") },
        Paths = new BuildPaths(_root, Path.Combine(_root, "artifacts"), Path.Combine(_root, "cache")),
        Files = Listed.Files(_root),
        Configurations = ConfigurationInputs.None,
        LintedDockerfiles = [.. Directory.EnumerateFiles(_root, "*Dockerfile", SearchOption.AllDirectories).Select(Source)],
    };

    public string PathOf(string path) => Path.Combine(_root, path);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public SampleRepository Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Fails when there is nothing to replace, so that no test spoils nothing.</summary>
    public SampleRepository Replace(string path, string old, string by)
    {
        var text = Read(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(path, text.Replace(old, by, StringComparison.Ordinal));
    }

    public SampleRepository Delete(string path)
    {
        File.Delete(Path.Combine(_root, path));
        return this;
    }

    /// <summary>The 1-based line that holds a text.</summary>
    public int LineOf(string path, string text) => Array.FindIndex(Read(path).Split('\n'), line => line.Contains(text, StringComparison.Ordinal)) + 1;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private DockerfileSource Source(string file)
    {
        var (path, text) = (Path.GetRelativePath(_root, file).Replace('\\', '/'), File.ReadAllText(file));
        return new(path, text, DockerfileParser.Parse(path, text));
    }

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "claude-code-proxy.slnx"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder)
            ?? throw new InvalidOperationException("These tests run from their own build folder inside the repository."));
}
