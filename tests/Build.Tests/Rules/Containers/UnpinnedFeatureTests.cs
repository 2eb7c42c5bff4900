namespace Build.Tests.Rules.Containers;

public sealed class UnpinnedFeatureTests
{
    private const string Digest = "sha256:73d85a96694a2cadca1ba3fcb5721f2312a64f1d571dd86f6c77e10a708931dc";
    private const string File = ".devcontainer/devcontainer.json";

    [Theory]
    [InlineData(1, "{\"features\": {\"ghcr.io/devcontainers/features/git:1\": {}}}")]
    [InlineData(2, "{\"features\": {\n\"ghcr.io/devcontainers/features/git:1.3.2\": {}}}")]
    [InlineData(1, "{\"features\": {\"ghcr.io/devcontainers/features/git\": \"latest\"}}")]
    [InlineData(1, "{\"features\": {\"docker-in-docker\": {}}}")]
    [InlineData(1, "{\"features\": {\"https://example.org/devcontainer-feature-x.tgz\": {}}}")]
    public void A_name_that_can_change_is_caught_with_its_line(int line, string text) =>
        Assert.Equal([$"{File}:{line}"], Bench.DevContainer("CS2012", text));

    [Theory]
    [InlineData("{\"features\": {\"ghcr.io/devcontainers/features/git@" + Digest + "\": {}}}")]
    [InlineData("{\"features\": {\"./own\": {}}}")]
    [InlineData("{\"features\": {}}")]
    [InlineData("{}")]
    public void A_digest_and_a_folder_of_the_repository_are_let_pass(string text) => Assert.Empty(Bench.DevContainer("CS2012", text));

    [Theory]
    [InlineData(".devcontainer/devcontainer-lock.json", "ghcr.io/devcontainers/features/git:1", Digest, 0)]
    [InlineData(".devcontainer/devcontainer-lock.json", "ghcr.io/devcontainers/features/GIT:1", Digest, 1)]
    [InlineData(".devcontainer/devcontainer-lock.json", "ghcr.io/devcontainers/features/node:1", Digest, 1)]
    [InlineData(".devcontainer/devcontainer-lock.json", "ghcr.io/devcontainers/features/git:1", "", 1)]
    [InlineData("devcontainer-lock.json", "ghcr.io/devcontainers/features/git:1", Digest, 1)]
    public void The_lock_file_beside_it_fixes_what_it_names(string path, string feature, string integrity, int found)
    {
        using var bench = new Bench()
            .Write(File, "{\"features\": {\"ghcr.io/devcontainers/features/git:1\": {}}}")
            .Write(path, $"{{\"features\": {{\"{feature}\": {{\"version\": \"1.3.2\", \"resolved\": \"x\", \"integrity\": \"{integrity}\"}}}}}}");

        Assert.Equal(found, bench.Read().Findings.Count(finding => finding.RuleId == "CS2012"));
    }

    [Fact]
    public void A_lock_file_that_is_none_fixes_nothing()
    {
        using var bench = new Bench()
            .Write(File, "{\"features\": {\"ghcr.io/devcontainers/features/git:1\": {}}}").Write(".devcontainer/devcontainer-lock.json", "[");

        Assert.Contains(bench.Read().Findings, finding => finding.RuleId == "CS2012");
    }
}
