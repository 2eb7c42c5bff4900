using Build.Tests.Gates.Policy;
using ContainerSecurity.Images;
using static Build.Tests.Rules.Images.ImageCheck;

namespace Build.Tests.Rules.Images;

/// <summary>What an image's configuration asks of an engine, and what its history says.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("image-entrypoint")]
    [InlineData("image-healthcheck")]
    [InlineData("image-base")]
    [InlineData("image-history")]
    [InlineData("image-labels")]
    [InlineData("image-environment")]
    public void A_sound_image_passes(string check) => Holds(check, Sound);

    [Theory]
    [InlineData("/bin/sh -c /claude-code-proxy", "through the shell /bin/sh")]
    [InlineData("/bin/bash -o pipefail -c run", "through the shell /bin/bash")]
    [InlineData("sh -c run", "through the shell sh")]
    [InlineData("busybox sh -c run", "through the shell busybox")]
    [InlineData("claude-code-proxy", "PATH or the working directory")]
    [InlineData("./claude-code-proxy", "PATH or the working directory")]
    public void An_entry_point_that_is_no_absolute_path_is_found(string words, string message) =>
        Assert.Contains(message, Complaint("image-entrypoint", Starting([.. words.Split(' ')], [])));

    [Fact]
    public void A_command_alone_is_judged_as_the_entry_point()
    {
        Holds("image-entrypoint", Starting([], ["/claude-code-proxy", "serve"]));
        Assert.Contains("through the shell", Complaint("image-entrypoint", Starting([], ["/bin/sh", "-c", "run"])));
        Assert.Contains("starts nothing", Complaint("image-entrypoint", Starting([], [])));
    }

    [Fact]
    public void A_command_in_shell_form_becomes_arguments_of_the_entry_point() => Assert.Equal(
        "CMD is a text for a shell, and so gives /claude-code-proxy the arguments /bin/sh -c",
        Complaint("image-entrypoint", Starting(["/claude-code-proxy"], ["/bin/sh", "-c", "serve"])));

    [Fact]
    public void Arguments_that_look_like_options_are_no_shell() => Holds("image-entrypoint", Starting(["/app", "-c", "/etc/app.conf"], ["-v"]));

    [Theory]
    [InlineData("", "no health check")]
    [InlineData("NONE", "switches the health check of its base off")]
    [InlineData("CMD", "runs nothing")]
    [InlineData("CMD /usr/bin/curl http://127.0.0.1", "runs /usr/bin/curl, which is not in the image")]
    [InlineData("CMD-SHELL curl", "runs /bin/sh, which is not in the image")]
    public void A_health_check_that_cannot_work_is_found(string test, string message)
    {
        var healthcheck = new Healthcheck([.. test.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Contains(message, Complaint("image-healthcheck", Configured(config => config with { Healthcheck = healthcheck })));
    }

    [Fact]
    public void No_health_check_at_all_is_found() =>
        Assert.Contains("no health check", Complaint("image-healthcheck", Configured(config => config with { Healthcheck = null })));

    [Fact]
    public void A_text_for_a_shell_is_a_health_check_where_there_is_a_shell()
    {
        var image = Sound.With(Program("/bin/sh"));

        Holds("image-healthcheck", image with { Config = image.Config with { Healthcheck = new Healthcheck(["CMD-SHELL", "true"]) } });
    }

    [Theory]
    [InlineData("RUN /bin/sh -c apt-get update # buildkit", "installs nothing")]
    [InlineData("RUN /bin/sh -c apt-get -o Acquire::Retries=3 update # buildkit", "installs nothing")]
    [InlineData("RUN /bin/sh -c apt-get update && apt-get -y upgrade # buildkit", "upgrade, which gives another image")]
    [InlineData("RUN /bin/sh -c apk add curl # buildkit", "without --no-cache")]
    [InlineData("ADD https://example.org/x /x # buildkit", "from an address")]
    public void A_step_that_gives_another_image_tomorrow_is_found(string step, string message) =>
        Assert.Contains(Complaints("image-history", WithHistory(step)), complaint => complaint.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit")]
    [InlineData("/bin/sh -c apt-get -qq update; apt-get -y --no-install-recommends install curl")]
    [InlineData("RUN /bin/sh -c apk add --no-cache curl # buildkit")]
    [InlineData("COPY dir /")]
    [InlineData("/bin/sh -c #(nop) ADD file:0123 in / ")]
    [InlineData("ENV UPGRADE=apt-get dist-upgrade")]
    public void A_step_that_does_not_is_not(string step) => Holds("image-history", WithHistory(step));

    [Theory]
    [InlineData("/bin/sh -c #(nop) ADD file:0123 in / ")]
    [InlineData("RUN /bin/sh -c true # buildkit")]
    [InlineData("# debian.sh --arch amd64")]
    [InlineData("ADD rootfs.tar.xz / # buildkit")]
    [InlineData("")]
    public void A_layer_that_was_not_copied_shows_that_the_image_is_not_from_scratch(string step) => Assert.Contains(
        "not copied from the build", Complaint("image-base", Configured(config => config with { History = [new(step, false)] })));

    [Theory]
    [InlineData("COPY app /app # buildkit")]
    [InlineData("/bin/sh -c #(nop) COPY dir:0123 in / ")]
    [InlineData("ADD --chown=0:0 app.tar /app # buildkit")]
    [InlineData("WORKDIR /app")]
    public void What_was_copied_does_not(string step) =>
        Holds("image-base", Configured(config => config with { History = [new(step, false), new("ENV A=b", true)] }));

    [Fact]
    public void Layers_without_history_leave_scratch_open() =>
        Assert.Contains("explains 0 of 1 layers", WhyUnseen("image-base", Configured(config => config with { History = [] })));

    [Fact]
    public void A_named_base_is_known_by_its_layers()
    {
        var digest = new string('0', 64);
        var policy = $"{{base: {{image: 'debian@sha256:{digest}', layers: [{SampleImage.Layer}]}}}}";
        var other = $"{{base: {{image: 'debian@sha256:{digest}', layers: ['sha256:{digest}']}}}}";
        var longer = $"{{base: {{image: 'debian@sha256:{digest}', layers: [{SampleImage.Layer}, {SampleImage.UpperLayer}]}}}}";

        Holds("image-base", Sound, policy);
        Assert.Contains($"layer 1 of the image is {SampleImage.Layer}", Complaint("image-base", Sound, other));
        Assert.Contains("layer 2 of the image is missing", Complaint("image-base", Sound, longer));
    }

    [Fact]
    public void Labels_and_variables_are_compared_both_ways()
    {
        Assert.Equal(
            "the image has the label maintainer, which the policy does not name",
            Complaint("image-labels", Configured(config => config with { Labels = config.Labels.Add("maintainer", "me") })));
        Assert.Equal(
            "the image lacks the label org.opencontainers.image.title of the policy",
            Complaint("image-labels", Configured(config => config with { Labels = config.Labels.Remove("org.opencontainers.image.title") })));
        Assert.Equal(
            "the image's label org.opencontainers.image.title has no value",
            Complaint("image-labels", Configured(config => config with { Labels = config.Labels.SetItem("org.opencontainers.image.title", " ") })));
        Assert.Equal(
            "the image has the variable DEBUG, which the policy does not name",
            Complaint("image-environment", Configured(config => config with { Environment = config.Environment.Add("DEBUG") })));
        Holds("image-environment", Configured(config => config with { Environment = [] }), "{environment: []}");
    }

    [Theory]
    [InlineData("image-base", "base")]
    [InlineData("image-files", "files")]
    [InlineData("image-packages", "packages")]
    [InlineData("image-labels", "labels")]
    [InlineData("image-environment", "environment")]
    [InlineData("image-size", "size")]
    [InlineData("image-entries", "entries")]
    [InlineData("image-certificates", "certificates")]
    public void Without_its_part_of_the_policy_a_check_holds_nothing(string check, string field) =>
        Assert.Equal($"the policy policy.yaml has no image.{field}", WhyUnseen(check, Sound, "{ports: []}"));

    private static SampleImage Configured(Func<ImageConfig, ImageConfig> change) => Sound with { Config = change(Sound.Config) };

    private static SampleImage Starting(string[] entry, string[] command) =>
        Configured(config => config with { Entrypoint = [.. entry], Command = [.. command] });

    private static SampleImage WithHistory(string step) =>
        Configured(config => config with { History = config.History.Add(new HistoryEntry(step, true)) });
}
