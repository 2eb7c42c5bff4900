namespace Build.Tests.Rules.Claims;

public sealed class BaseImagesTests : ClaimCheck
{
    private const string Base = "FROM ${DEVCONTAINER_BASE} AS agent";
    private const string Digest = "@sha256:73d85a96694a2cadca1ba3fcb5721f2312a64f1d571dd86f6c77e10a708931dc";

    [Theory]
    [InlineData("FROM debian:bookworm AS agent")]
    [InlineData("FROM mcr.microsoft.com/devcontainers/base:bookworm AS agent")]
    [InlineData("FROM mcr.microsoft.com/devcontainers/base@sha256:1234 AS agent")]
    [InlineData("FROM mcr.microsoft.com.example.org/devcontainers/base" + Digest + " AS agent")]
    [InlineData("FROM example.org/mcr.microsoft.com/devcontainers/base" + Digest + " AS agent")]
    [InlineData("FROM ${UNSET:?needed} AS agent")]
    public void Another_base_breaks_it(string from)
    {
        Repository.Replace("Dockerfile", Base, from);

        Breaks("CT-1.1", "Dockerfile", from);
    }

    [Fact]
    public void The_default_of_the_argument_counts()
    {
        Repository.Replace("Dockerfile", "ARG DEVCONTAINER_BASE=mcr.microsoft.com/devcontainers/", "ARG DEVCONTAINER_BASE=example.org/");

        Breaks("CT-1.1", "Dockerfile", Base);
    }

    [Theory]
    [InlineData("FROM mcr.microsoft.com/devcontainers/dotnet:2-10.0" + Digest + " AS agent")]
    [InlineData("FROM proxy AS agent")]
    public void An_official_image_by_digest_and_an_earlier_stage_keep_it(string from)
    {
        Repository.Replace("Dockerfile", Base, from);

        Holds("CT-1.1");
    }

    [Theory]
    [InlineData("COPY --from=debian:12 /bin/sh /bin/sh")]
    [InlineData("RUN --mount=type=bind,from=alpine,target=/m true")]
    [InlineData("COPY --from=7 /a /a")]
    public void Files_of_another_image_break_it(string instruction)
    {
        AddToStage(instruction);

        Breaks("CT-1.1", "Dockerfile", instruction);
    }

    [Fact]
    public void Every_Dockerfile_of_the_repository_counts()
    {
        Repository.Write("sub/x.Dockerfile", "FROM debian\nUSER 1\n");

        Breaks("CT-1.1", "sub/x.Dockerfile", "FROM debian");
    }

    [Theory]
    [InlineData("\"image\": \"debian\"", "\"image\"")]
    public void A_devcontainer_that_starts_another_image_breaks_it(string property, string text)
    {
        AddToContainer(property);

        BreaksInContainer("CT-1.1", text);
    }

    [Theory]
    [InlineData("\"args\": { \"DEVCONTAINER_BASE\": \"debian\" },")]
    [InlineData("\"options\": [\"--build-arg\", \"DEVCONTAINER_BASE=debian\"],")]
    public void Build_arguments_that_could_replace_the_base_break_it(string property)
    {
        ReplaceInContainer("\"context\": \"..\",", $"\"context\": \"..\",\n    {property}");

        BreaksInContainer("CT-1.1", property);
    }
}
