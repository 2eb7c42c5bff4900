using System.Collections.Immutable;
using Build.Tests.Gates.Policy;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;

namespace Build.Tests.Images.Contents;

public class EntryPointTests
{
    [Theory]
    [InlineData("/claude-code-proxy", "", "/claude-code-proxy")]
    [InlineData("", "/claude-code-proxy serve", "/claude-code-proxy")]
    [InlineData("/link", "", "/claude-code-proxy")]
    [InlineData("tool", "", "/opt/tool")]
    [InlineData("./tool", "", "/opt/tool")]
    [InlineData("/missing", "", null)]
    [InlineData("", "", null)]
    public void The_file_that_a_container_starts_is_found(string entrypoint, string command, string? path)
    {
        var image = new SampleImage().With(
            new SampleFile("/link", "") { Kind = LayerEntryKind.SymbolicLink, LinkTarget = "claude-code-proxy" },
            new SampleFile("/opt/tool", SampleImage.DynamicProgram));
        image = image with
        {
            Config = image.Config with
            {
                Entrypoint = Words(entrypoint),
                Command = Words(command),
                Environment = ["PATH=/nowhere:/opt"],
                WorkingDirectory = "/opt",
            },
        };

        Assert.Equal(path, EntryPoint.Find(new ImageFactsReader(CancellationToken.None).Read(image.Open()))?.Path);
    }

    private static ImmutableArray<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
