namespace Build.Tests.Rules.Dockerfiles;

public sealed class ImageWithoutDigestTests
{
    [Theory]
    [InlineData(1, "FROM debian:12")]
    [InlineData(1, "FROM debian")]
    [InlineData(2, "ARG BASE=debian:12\nFROM $BASE")]
    [InlineData(2, "ARG BASE\nFROM ${BASE}")]
    [InlineData(2, "ARG TAG=12\nFROM debian:${TAG}")]
    [InlineData(2, "FROM scratch AS a\nCOPY --from=busybox:1 /bin/sh /sh")]
    [InlineData(2, "FROM scratch\nRUN --mount=type=bind,from=alpine:3,target=/a true")]
    [InlineData(1, "FROM debian:12@sha1:0000 AS a")]
    [InlineData(1, "FROM a AS a")]
    public void An_image_without_digest_is_caught(int line, string dockerfile) => Assert.Equal([line], OwnBench.Lines("CS1003", dockerfile));

    [Theory]
    [InlineData("FROM scratch")]
    [InlineData("FROM debian:12DIGEST")]
    [InlineData("ARG BASE=debian:12DIGEST\nFROM ${BASE} AS a\nFROM a\nFROM A")]
    [InlineData("ARG D=DIGEST\nFROM debian:12${D}")]
    [InlineData("FROM scratch AS a\nFROM scratch\nCOPY --from=a /x /x\nCOPY --from=A /y /y\nCOPY --from=0 /z /z\nCOPY x /x")]
    [InlineData("FROM scratch AS tools\nFROM scratch\nRUN --mount=from=tools,target=/a --mount=type=cache,target=/c true")]
    public void A_digest_a_stage_or_nothing_is_let_pass(string dockerfile) =>
        Assert.Empty(OwnBench.Lines("CS1003", dockerfile.Replace("DIGEST", OwnBench.Digest, StringComparison.Ordinal)));

    [Fact]
    public void The_message_names_the_image_that_the_defaults_give() =>
        Assert.Equal("An image is not named by its digest: FROM debian:12.", Assert.Single(OwnBench.Lint("ARG TAG=12\nFROM debian:$TAG\n")).Message);
}
