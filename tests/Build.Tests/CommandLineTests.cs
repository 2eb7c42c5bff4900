using ContainerSecurity.Findings;
using ContainerSecurity.Options;

namespace Build.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_arguments_everything_has_a_default()
    {
        var options = Parse().Options;

        Assert.Equal(Severity.High, options.FailOn);
        Assert.Equal("/repository/artifacts", options.Output);
        Assert.False(options.Strict);
        Assert.StartsWith("linux-", options.Rid);
    }

    [Theory]
    [InlineData("--fail-on=low")]
    [InlineData("--fail-on", "low")]
    public void An_option_takes_its_value_after_an_equals_sign_or_as_the_next_word(params string[] arguments) =>
        Assert.Equal(Severity.Low, Parse(arguments).Options.FailOn);

    [Fact]
    public void Names_with_dashes_are_understood() =>
        Assert.Equal(LintEngine.BuiltIn, Parse("--lint-engine=built-in").Options.LintEngine);

    [Fact]
    public void A_switch_needs_no_value_and_takes_one() =>
        Assert.Equal((true, false), (Parse("--strict").Options.Strict, Parse("--strict=false").Options.Strict));

    [Fact]
    public void Several_globs_are_separated_by_commas() =>
        Assert.Equal(["a/Dockerfile", "b/*.Dockerfile"], Parse("--dockerfile=a/Dockerfile,b/*.Dockerfile").Options.Dockerfiles.AsEnumerable());

    [Fact]
    public void What_the_host_understands_is_passed_on_unchanged() =>
        Assert.Equal(
            ["--target=Scan", "--verbosity=quiet", "-t", "Lint"],
            Parse("--target=Scan", "--strict", "--verbosity=quiet", "-t", "Lint").HostArguments.AsEnumerable());

    [Theory]
    [InlineData("--strickt", "--strict")]
    [InlineData("--targt=Scan", "--target")]
    public void An_unknown_option_is_refused_with_the_one_that_was_meant(string argument, string meant) =>
        Assert.Contains($"Did you mean {meant}?", Refused(argument));

    [Fact]
    public void A_bare_word_is_refused_with_how_a_target_is_given() =>
        Assert.Contains("--target=Scan", Refused("Scan"));

    [Fact]
    public void A_value_that_is_not_one_of_the_choices_is_refused_with_all_of_them() =>
        Assert.Contains("critical, high, medium, low, info", Refused("--fail-on=severe"));

    [Fact]
    public void A_number_is_not_the_name_of_a_severity() => Refused("--fail-on=3");

    [Fact]
    public void A_missing_value_is_refused() => Assert.Contains("--input=PATH", Refused("--input"));

    [Fact]
    public void An_input_that_does_not_exist_is_refused_by_name() => Assert.Contains("/no/such.tar", Refused("--input=/no/such.tar"));

    [Theory]
    [InlineData("--db-max-age=0")]
    [InlineData("--db-max-age=-1")]
    [InlineData("--db-max-age=1.5")]
    [InlineData("--db-max-age=9999")]
    [InlineData("--db-max-age=soon")]
    public void An_age_that_is_no_number_of_hours_is_refused(string argument) => Assert.Contains("whole number of hours", Refused(argument));

    [Fact]
    public void An_age_is_in_hours() => Assert.Equal(TimeSpan.FromHours(48), Parse("--db-max-age=48").Options.DatabaseMaxAge);

    [Theory]
    [InlineData("registry.example.com/trivy-db")]
    [InlineData("localhost:5000/a/b:2")]
    [InlineData("registry.example.com/trivy-db@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_repository_for_the_database_is_taken(string reference) =>
        Assert.Equal(reference, Parse($"--db-repository={reference}").Options.DatabaseRepository);

    [Theory]
    [InlineData("trivy-db")]
    [InlineData("--insecure/x")]
    [InlineData("https://registry.example.com/trivy-db")]
    [InlineData("registry.example.com/trivy-db@sha256:abc")]
    [InlineData("registry.example.com/trivy-db@md5:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_repository_is_refused(string reference) =>
        Assert.Contains("not a repository of a registry", Refused($"--db-repository={reference}"));

    [Theory]
    [InlineData("https://trivy.example.com:4954", "https://trivy.example.com:4954/")]
    [InlineData("https://trivy.example.com/team", "https://trivy.example.com/team/")]
    [InlineData("http://127.0.0.1:4954/", "http://127.0.0.1:4954/")]
    [InlineData("http://localhost:4954", "http://localhost:4954/")]
    public void A_server_is_taken(string url, string address) =>
        Assert.Equal(address, Parse($"--trivy-server={url}").Options.TrivyServer?.AbsoluteUri);

    [Theory]
    [InlineData("http://trivy.example.com", "Use https")]
    [InlineData("http://127.0.0.1.example.com", "Use https")]
    [InlineData("ftp://trivy.example.com", "not the address of a server")]
    [InlineData("trivy.example.com:4954", "not the address of a server")]
    [InlineData("https://user:word@trivy.example.com", "TRIVY_TOKEN")]
    [InlineData("https://trivy.example.com/?token=word", "TRIVY_TOKEN")]
    public void A_server_that_is_not_safe_is_refused_without_showing_what_may_be_secret(string url, string why)
    {
        var message = Refused($"--trivy-server={url}");

        Assert.Contains(why, message);
        Assert.DoesNotContain("word", message);
    }

    [Fact]
    public void A_server_elsewhere_is_none_offline() =>
        Assert.Contains("--offline", Refused("--offline", "--trivy-server=https://trivy.example.com"));

    [Fact]
    public void Two_images_to_judge_are_one_too_many() => Refused("--image=a", $"--input={Path.GetTempPath()}");

    private static CommandLine Parse(params string[] arguments) => CommandLine.Parse(arguments, "/repository");

    private static string Refused(params string[] arguments) => Assert.Throws<InputException>(() => Parse(arguments)).Message;
}
