using ContainerSecurity;
using ContainerSecurity.Findings;

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
        Assert.Equal(["--target=Scan", "--verbosity=quiet", "-t", "Lint"], Parse("--target=Scan", "--strict", "--verbosity=quiet", "-t", "Lint").HostArguments.AsEnumerable());

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

    [Fact]
    public void Two_images_to_judge_are_one_too_many() => Refused("--image=a", $"--input={Path.GetTempPath()}");

    private static CommandLine Parse(params string[] arguments) => CommandLine.Parse(arguments, "/repository");

    private static string Refused(params string[] arguments) => Assert.Throws<InputException>(() => Parse(arguments)).Message;
}
