using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3062Tests
{
    [Theory]
    [InlineData(1, "RUN go install example.com/a")]
    [InlineData(1, "RUN go get example.com/a@latest")]
    [InlineData(1, "RUN go run example.com/a x@1")]
    [InlineData(1, "ONBUILD RUN go install example.com/a")]
    public void An_unpinned_module_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3062.Rule, dockerfile));

    [Theory]
    [InlineData("RUN go install example.com/a@v1.0.0")]
    [InlineData("RUN go run ./cmd x")]
    [InlineData("RUN go install .")]
    [InlineData("RUN go get -tool example.com/a@v1")]
    [InlineData("RUN go build ./...")]
    public void A_pinned_module_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3062.Rule, dockerfile));
}
