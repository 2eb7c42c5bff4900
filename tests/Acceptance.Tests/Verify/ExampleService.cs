using System.Text.Json;
using Acceptance.Tests.Scan;
using ContainerSecurity.Checkout;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Images.Writing;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Dotnet;

namespace Acceptance.Tests.Verify;

/// <summary>A copy of tests/Example, somebody else's repository with a policy of its own, that can be spoilt and verified.</summary>
internal sealed class ExampleService : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("example-").FullName;

    public ExampleService()
    {
        var example = Path.Combine(Repository.Paths.Root, "tests", "Example");
        FileCopies.CopyTree(example, PathOf("repository"));
        File.WriteAllBytes(PathOf("repository/greeter"), Program());
    }

    public string PathOf(string path) => Path.Combine(_root, path);

    /// <summary>Replaces a text of a file of the repository that must occur.</summary>
    public void Edit(string file, string text, string by)
    {
        var before = File.ReadAllText(PathOf($"repository/{file}"));
        Assert.Contains(text, before);
        File.WriteAllText(PathOf($"repository/{file}"), before.Replace(text, by));
    }

    public void Write(string file, string text) => File.WriteAllText(PathOf($"repository/{file}"), text);

    /// <summary>Builds the image as it is now.</summary>
    public void Build()
    {
        var dockerfile = DockerfileParser.Parse("Dockerfile", File.ReadAllText(PathOf("repository/Dockerfile"))).Dockerfile!;
        var settings = new BuildSettings { Name = "greeter:1", Architecture = "amd64", Created = DateTimeOffset.UnixEpoch };
        var outcome = ImageBuilder.Build(dockerfile, "greeter", BuildContextFolder.Open(PathOf("repository"), PathOf("artifacts")), settings);
        DockerArchiveWriter.Write(outcome.Image!, PathOf("greeter.tar"));
    }

    public async Task<ScanOutcome> RunAsync(string target, params string[] arguments)
    {
        var command = DotnetCommands.Command(
            [Path.Combine(Repository.Paths.Root, "build.sh"), $"--target={target}", $"--output={PathOf("artifacts")}", .. arguments]);
        var result = await new ToolRunner().RunAsync(
            command with { Executable = "bash", AcceptedExitCodes = [0, 1, 2, 3], WorkingDirectory = _root }, CancellationToken.None);
        var report = PathOf("artifacts/reports/scan.json");
        return new ScanOutcome(
            result.ExitCode,
            result.Output + result.ErrorOutput,
            File.Exists(report) ? JsonDocument.Parse(await File.ReadAllBytesAsync(report)).RootElement : null);
    }

    public Task<ScanOutcome> VerifyAsync(params string[] arguments) =>
        RunAsync("Verify", [$"--policy={PathOf("repository/policy.yaml")}", $"--input={PathOf("greeter.tar")}", .. arguments]);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>A program that loads nothing and is linked as programs should be.</summary>
    private static byte[] Program() => new ElfWriter().Stack(executable: false).Relro().Dynamic((0x6ffffffb, 0x08000001), (30, 8)).ToBytes();
}
