using ContainerSecurity.Findings;

namespace Build.Tests.Rules.Claims;

public sealed class EnvironmentFilesTests : ClaimCheck
{
    [Theory]
    [InlineData(".env\n.env.*\n", "/.env\n/.env.*\n")]
    [InlineData(".env\n.env.*\n", ".env\n")]
    [InlineData(".env\n.env.*\n", "# .env\n.env.*\n")]
    [InlineData("!.env.example", "!.env.local")]
    public void A_gitignore_that_lets_an_environment_file_through_breaks_it(string old, string by)
    {
        Repository.Replace(".gitignore", old, by);

        Breaks("SM-2.1", ".gitignore", "# Build output");
    }

    [Fact]
    public void A_folder_that_takes_it_back_breaks_it()
    {
        Repository.Write("proxy/.gitignore", "!.env\n");

        Assert.Contains(
            Repository.Judge().Findings, finding => finding.Claim == "SM-2.1" && finding.Message.Contains("proxy/.env", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("*\n!artifacts", "!artifacts")]
    [InlineData("*\n!artifacts", "*\n!**/.env\n!artifacts")]
    [InlineData("*\n!artifacts", ".env\n!artifacts")]
    public void A_dockerignore_that_lets_an_environment_file_through_breaks_it(string old, string by)
    {
        Repository.Replace(".dockerignore", old, by);

        Breaks("SM-2.1", ".dockerignore", "# Deny all");
    }

    [Fact]
    public void A_missing_dockerignore_breaks_it()
    {
        Repository.Delete(".dockerignore");

        Assert.Equal(Verdict.Fail, Repository.Judge().Verdict);
    }

    [Fact]
    public void A_dockerignore_of_one_Dockerfile_counts_because_engines_prefer_it()
    {
        Repository.Write("Dockerfile.dockerignore", "bin\n");

        Breaks("SM-2.1", "Dockerfile.dockerignore", "bin");
    }
}
