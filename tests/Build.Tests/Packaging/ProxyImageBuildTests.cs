using System.Collections.Immutable;
using Build.Tests.Images;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Packaging;

namespace Build.Tests.Packaging;

public sealed class ProxyImageBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly BuildPaths _paths;

    public ProxyImageBuildTests() => _paths = new BuildPaths(_folder.Path, _folder["artifacts"], _folder["cache"]);

    public void Dispose() => _folder.Dispose();

    private Task<ImmutableArray<Finding>> RunAsync() =>
        new ProxyImageBuild(_paths, new RecordedRunner(_ => throw new InvalidOperationException("a program was started")))
            .RunAsync(["linux-x64"], CancellationToken.None);

    [Fact]
    public async Task A_syntax_error_is_a_finding_with_Hadolints_code_and_its_line()
    {
        _folder.Write("Dockerfile", "FROM scratch AS proxy\nENTRYPOIN [\"/proxy\"]\n");

        var outcome = await RunAsync();

        var finding = Assert.Single(outcome);
        Assert.Equal(("DL1000", "Dockerfile", 2), (finding.RuleId, finding.File, finding.Line));
    }

    [Fact]
    public async Task An_image_of_an_earlier_run_does_not_pass_for_one_that_could_not_be_built()
    {
        _folder.Write("Dockerfile", "FROM scratch AS proxy\nENTRYPOIN [\"/proxy\"]\n");
        var archive = _folder.Write("artifacts/image.tar", "old");
        var layout = _folder.Write("artifacts/image/index.json", "old");
        await RunAsync();

        Assert.False(File.Exists(archive));
        Assert.False(File.Exists(layout));
    }

    [Fact]
    public async Task Without_a_Dockerfile_there_is_nothing_to_build()
    {
        var error = await Assert.ThrowsAsync<InputException>(RunAsync);

        Assert.Contains("Dockerfile is missing", error.Message, StringComparison.Ordinal);
    }
}
