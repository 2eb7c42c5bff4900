using Build.Tests.Gates.Policy;
using Build.Tests.Images;
using ContainerSecurity.Gates.Evidence;

namespace Build.Tests.Gates.Evidence;

public sealed class TreeSecretsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_secret_is_found_with_its_line()
    {
        _folder.Write("notes.md", $"one\ntwo\n{TestSecrets.GitHubToken()}\n");

        var secret = Assert.Single(TreeSecrets.Read(_folder.Path, ["notes.md"], CancellationToken.None).Findings);
        Assert.Equal(("notes.md", 3), (secret.File, secret.Line));
    }

    [Fact]
    public void A_file_that_is_gone_since_it_was_listed_hides_nothing()
    {
        var read = TreeSecrets.Read(_folder.Path, ["gone"], CancellationToken.None);

        Assert.Empty(read.Findings.Select(finding => finding.File).Concat(read.Unread));
    }
}
