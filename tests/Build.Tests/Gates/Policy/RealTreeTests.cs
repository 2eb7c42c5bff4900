using Build.Tests.Checkout;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Options;

namespace Build.Tests.Gates.Policy;

/// <summary>The checkout as it is, with all scripts, pipelines and sources.</summary>
public class RealTreeTests
{
    [Fact]
    public void Nothing_in_this_checkout_breaks_a_promise_and_only_the_image_is_missing()
    {
        var root = SampleRepository.ThisRepository;
        var output = Path.Combine(root, "artifacts");
        var text = File.ReadAllText(Path.Combine(root, "Dockerfile"));
        var input = new GateInput
        {
            Options = new BuildOptions { Rids = ["linux-x64"], Output = output },
            Paths = new BuildPaths(root, output, Path.Combine(output, "cache")),
            Files = Listed.Files(root),
            Configurations = ConfigurationInputs.None,
            LintedDockerfiles = [new DockerfileSource("Dockerfile", text, DockerfileParser.Parse("Dockerfile", text))],
            ImageMissing = "not built here",
        };

        var result = SampleRepository.Judge(input);

        Assert.Empty(result.Findings.Select(finding => $"{finding.File}:{finding.Line} {finding.Message}"));
        Assert.All(result.Notes, note => Assert.EndsWith("not checked: no image: not built here", note));
        Assert.Equal(Verdict.Incomplete, result.Verdict);
    }
}
