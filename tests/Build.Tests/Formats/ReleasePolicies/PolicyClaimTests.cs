using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ReleasePolicies;

namespace Build.Tests.Formats.ReleasePolicies;

/// <summary>The claims of a policy, and what it says of the repository.</summary>
public class PolicyClaimTests
{
    [Fact]
    public void Claims_and_the_parts_about_the_repository_are_read()
    {
        var policy = ReleasePolicyReader.Read(
            "policy.yaml",
            "repository: ..\nbases: [example.org/base/**]\npackages: [curl]\n"
            + "devcontainer:\n  copies:\n    - source: /tool\n      from: build\n    - {source: a, tool: b}\n"
            + "claims:\n  CT-1.1:\n    name: Root\n    checks: [image-user]\n");

        Assert.Equal(("..", "example.org/base/**", "curl"), (policy.Repository, policy.Bases.Single(), policy.Packages.Single()));
        Assert.Equal(new[] { new DeclaredCopy("/tool", "build", null), new DeclaredCopy("a", null, "b") }, policy.DevContainer.Copies);
        var claim = Assert.Single(policy.Claims);
        Assert.Equal(("CT-1.1", "Root", "image-user"), (claim.Id, claim.Name, claim.Checks.Single()));
    }

    [Theory]
    [InlineData("prots: []\n", "policy.yaml:1: `prots` is no field of a policy")]
    [InlineData("claims:\n  CT-1.1:\n    checks: [image-user]\n", "policy.yaml:2: `CT-1.1` has no name")]
    [InlineData("claims:\n  CT-1.1:\n    name: Root\n", "policy.yaml:2: `CT-1.1` has no checks")]
    [InlineData("claims:\n  CT-1.1:\n    name: Root\n    check: [a]\n", "policy.yaml:4: `check` is no field of a claim")]
    [InlineData("devcontainer:\n  copies: [{path: a}]\n", "policy.yaml:2: `path` is no field of a copy")]
    [InlineData("- a\n", "policy.yaml:1: `the file` must be a mapping")]
    public void What_is_wrong_is_named_with_its_line(string text, string message)
    {
        var wrong = Assert.Throws<InputException>(() => ReleasePolicyReader.Read("policy.yaml", text));

        Assert.StartsWith(message, wrong.Message, StringComparison.Ordinal);
    }
}
