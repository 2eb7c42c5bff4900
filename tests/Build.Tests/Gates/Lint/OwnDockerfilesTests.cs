using Build.Tests.Checkout;
using Build.Tests.Gates.Policy;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Rules.Docker;

namespace Build.Tests.Gates.Lint;

/// <summary>The checkout as it is.</summary>
public class OwnDockerfilesTests
{
    [Fact]
    public void The_Dockerfiles_of_this_repository_have_no_finding()
    {
        var root = SampleRepository.ThisRepository;
        var configuration = LintConfigurationSource.Read(root, null, DockerRules.Ids).Configuration;

        var sources = DockerfileFinder.Find(Listed.Files(root), ConfigurationInputs.None, []).Sources;
        var findings = sources.SelectMany(source => BuiltInLinter.Lint(source, configuration));

        Assert.Empty(findings);
    }
}
