using ContainerSecurity.Findings;
using ContainerSecurity.Images;

namespace Build.Tests.Images.Building;

public sealed class ImageBuilderTests : IDisposable
{
    private readonly StageBuild _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public void Every_instruction_of_the_proxy_stage_reaches_the_image()
    {
        _build.Context.Write("proxy", "binary");
        var image = _build.Image("""
            ARG VERSION=1.0
            LABEL a.version="${VERSION}" b='quoted $VERSION' c=plain\ blank
            COPY proxy /bin/proxy
            ENV HOST=0.0.0.0 TEXT="two words"
            WORKDIR /srv
            WORKDIR data
            EXPOSE 8082 9000-9001/udp
            USER 65532:65532
            HEALTHCHECK --interval=1m30s --timeout=3s --start-period=500ms --retries=4 CMD ["/bin/proxy", "health"]
            ENTRYPOINT ["/bin/proxy"]
            CMD ["serve", "--debug"]
            """);

        var config = image.Config;
        Assert.Equal(("linux", "amd64", "65532:65532", "/srv/data"), (config.Os, config.Architecture, config.User, config.WorkingDirectory));
        Assert.Equal("a.version=1.0;b=quoted $VERSION;c=plain blank", string.Join(';', config.Labels.Select(label => $"{label.Key}={label.Value}")));
        Assert.Equal("HOST=0.0.0.0;TEXT=two words", string.Join(';', config.Environment));
        Assert.Equal("8082/tcp;9000/udp;9001/udp", string.Join(';', config.ExposedPorts));
        Assert.Equal("/bin/proxy", string.Join(';', config.Entrypoint));
        Assert.Equal("serve;--debug", string.Join(';', config.Command));
        Assert.Equal(["/bin/", "/bin/proxy", "/srv/", "/srv/data/"], StageBuild.Paths(image));
        Assert.Equal(_build.Created, config.Created);
    }

    [Fact]
    public void A_health_check_keeps_its_test_and_times()
    {
        var health = _build.Image(
            """HEALTHCHECK --interval=1m30s --timeout=3s --start-period=500ms --retries=4 CMD ["/proxy", "health"]""").Config.Healthcheck!;

        Assert.Equal("CMD;/proxy;health", string.Join(';', health.Test));
        Assert.Equal(TimeSpan.FromSeconds(90), health.Interval);
        Assert.Equal(TimeSpan.FromSeconds(3), health.Timeout);
        Assert.Equal(TimeSpan.FromMilliseconds(500), health.StartPeriod);
        Assert.Equal(4, health.Retries);
    }

    [Theory]
    [InlineData("HEALTHCHECK NONE", "NONE")]
    [InlineData("HEALTHCHECK CMD /proxy health", "CMD-SHELL;/proxy health")]
    public void A_health_check_has_its_other_forms_too(string line, string test) =>
        Assert.Equal(test, string.Join(';', _build.Image(line).Config.Healthcheck!.Test));

    [Fact]
    public void A_command_in_shell_form_is_given_to_the_shell() =>
        Assert.Equal("/bin/sh;-c;/proxy --debug", string.Join(';', _build.Image("ENTRYPOINT /proxy --debug").Config.Entrypoint));

    [Fact]
    public void The_history_tells_the_instructions_as_written_and_which_made_a_layer()
    {
        _build.Context.Write("proxy", "binary");
        _build.Arguments["VERSION"] = "9";
        var history = _build.Image("ARG VERSION\nCOPY proxy /\nENV V=${VERSION}\nUSER 1").Config.History;

        Assert.Equal(
            [new HistoryEntry("ARG VERSION", true), new("COPY proxy /", false), new("ENV V=${VERSION}", true), new("USER 1", true)],
            history.AsEnumerable());
    }

    [Theory]
    [InlineData("RUN echo hello")]
    [InlineData("ADD proxy /proxy")]
    [InlineData("VOLUME /data")]
    [InlineData("SHELL [\"/bin/sh\"]")]
    [InlineData("STOPSIGNAL SIGTERM")]
    [InlineData("ONBUILD USER 1")]
    [InlineData("MAINTAINER someone")]
    [InlineData("COPY --from=other /proxy /proxy")]
    [InlineData("COPY --link proxy /proxy")]
    [InlineData("COPY <<EOF /file\ntext\nEOF")]
    [InlineData("HEALTHCHECK --start-interval=1s CMD [\"/proxy\"]")]
    public void What_it_does_not_execute_is_a_finding_with_its_line(string line)
    {
        var finding = _build.Finding($"USER 1\n{line}");

        Assert.Equal(("CS1", "Dockerfile", 3, Severity.High), (finding.RuleId, finding.File, finding.Line, finding.Severity));
        Assert.Contains(line.Split(' ')[0], finding.Message, StringComparison.Ordinal);
        Assert.NotNull(finding.Help);
    }

    [Fact]
    public void All_that_it_does_not_execute_is_found_in_one_run_and_nothing_is_executed()
    {
        var outcome = _build.Run("FROM scratch AS proxy\nRUN a\nCOPY missing /\nVOLUME /b\n");

        Assert.Null(outcome.Image);
        Assert.Equal([2, 4], outcome.Findings.Select(finding => finding.Line));
    }

    [Fact]
    public void A_stage_on_another_image_is_a_finding()
    {
        var outcome = _build.Run("ARG BASE=debian:12\nFROM ${BASE} AS proxy\nUSER 1\n");

        var finding = Assert.Single(outcome.Findings);
        Assert.Equal(("CS1", 2), (finding.RuleId, finding.Line));
        Assert.Contains("debian:12", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_that_does_not_exist_is_bad_input()
    {
        var error = Assert.Throws<InputException>(() => _build.Run("FROM scratch AS other\nUSER 1\n"));

        Assert.Contains("no stage named proxy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_stages_may_do_what_they_like()
    {
        var outcome = _build.Run("FROM debian:12 AS tools\nRUN apt-get update\nFROM scratch AS proxy\nUSER 1\nFROM proxy\nRUN true\n");

        Assert.Empty(outcome.Findings);
        Assert.NotNull(outcome.Image);
    }

    [Theory]
    [InlineData("EXPOSE 70000")]
    [InlineData("EXPOSE 90-80")]
    [InlineData("EXPOSE 80/icmp")]
    [InlineData("EXPOSE ${NOTHING:-web}")]
    public void A_port_that_is_none_is_a_finding(string line)
    {
        var finding = _build.Finding(line);

        Assert.Equal(("CS3", 2), (finding.RuleId, finding.Line));
    }
}
