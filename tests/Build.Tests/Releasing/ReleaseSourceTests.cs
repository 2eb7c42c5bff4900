using Build.Tests.Images;
using ContainerSecurity.Findings;
using ContainerSecurity.Releasing;

namespace Build.Tests.Releasing;

/// <summary>A release is made of one commit as it was committed, and of nothing else.</summary>
public sealed class ReleaseSourceTests : IDisposable
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly TemporaryFolder _folder = new();

    public ReleaseSourceTests() => Directory.CreateDirectory(_folder[".git"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_commit_and_its_tag_are_what_is_released()
    {
        var source = await ReadAsync(tags: "v2.0.0\nlatest\n");

        Assert.Equal((Commit, "v2.0.0", "refs/tags/v2.0.0"), (source.Commit, source.Tag, source.Ref));
        Assert.Equal($"swh:1:rev:{Commit};path=/build/policy.yaml", source.UriOf("build/policy.yaml"));
        Assert.Equal(ReleaseSource.OwnMachine, source.Builder);
    }

    [Fact]
    public async Task Without_a_tag_of_a_version_there_is_none() => Assert.Null((await ReadAsync(tags: "vienna\nnightly\n")).Tag);

    [Fact]
    public async Task On_GitHub_the_workflow_is_the_builder_and_the_commit_has_an_address()
    {
        var variables = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_REPOSITORY"] = "ann/proxy",
            ["GITHUB_WORKFLOW_REF"] = "ann/proxy/.github/workflows/release.yml@refs/tags/v2.0.0",
        };

        var source = await ReadAsync(variable: variables.GetValueOrDefault);

        Assert.Equal("https://github.com/ann/proxy/.github/workflows/release.yml@refs/tags/v2.0.0", source.Builder);
        Assert.Equal($"git+https://github.com/ann/proxy@{Commit}", source.Uri);
        Assert.Equal($"git+https://github.com/ann/proxy@{Commit}#build/policy.yaml", source.UriOf("build/policy.yaml"));
    }

    [Fact]
    public async Task Changed_files_are_named_and_refused() => Assert.Contains(
        "2 file(s) differ from the commit, `M README.md` first",
        (await Assert.ThrowsAsync<InputException>(() => ReadAsync(status: " M README.md\n?? new.txt\n"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_tag_of_another_version_is_refused() => Assert.Contains(
        "the tag v1.9.0, its sources the version 2.0.0",
        (await Assert.ThrowsAsync<InputException>(() => ReadAsync(tags: "v1.9.0\n"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task An_exported_tree_is_refused()
    {
        Directory.Delete(_folder[".git"]);

        Assert.Contains("no git checkout", (await Assert.ThrowsAsync<InputException>(() => ReadAsync())).Message, StringComparison.Ordinal);
    }

    private Task<ReleaseSource> ReadAsync(string status = "", string tags = "v2.0.0\n", Func<string, string?>? variable = null)
    {
        var git = new RecordedRunner(command =>
            command.Arguments.Contains("rev-parse") ? Commit + "\n" : command.Arguments.Contains("status") ? status : tags);
        return ReleaseSource.ReadAsync(_folder.Path, "2.0.0", git, variable ?? (_ => null), CancellationToken.None);
    }
}
