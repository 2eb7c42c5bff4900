using ContainerSecurity.Findings;
using ContainerSecurity.Options;

namespace Build.Tests.Releasing;

/// <summary>A release is both platforms, strictly judged, whatever is asked.</summary>
public sealed class ReleaseOptionsTests
{
    [Theory]
    [InlineData("--target=Release")]
    [InlineData("--target=release")]
    [InlineData("-t=Release")]
    public void It_is_always_strict_and_of_both_platforms(string argument)
    {
        var options = Parse(argument).Options;

        Assert.True(options.Strict);
        Assert.Equal(["linux-x64", "linux-arm64"], options.Rids.AsEnumerable());
    }

    [Theory]
    [InlineData("--target=Scan")]
    [InlineData("--target=CheckRelease")]
    [InlineData("--target=Lint")]
    public void Other_targets_stay_as_they_are(string argument)
    {
        var options = Parse(argument).Options;

        Assert.False(options.Strict);
        Assert.Single(options.Rids);
    }

    [Theory]
    [InlineData("--rid=linux-x64")]
    [InlineData("--quick")]
    [InlineData("--input=.")]
    [InlineData("--image=a")]
    [InlineData("--policy=a")]
    [InlineData("--dockerfile=a")]
    [InlineData("--fail-on=critical")]
    public void What_would_make_less_of_it_is_refused(string option)
    {
        var refused = Assert.Throws<InputException>(() => Parse("--target=Release", option));

        Assert.StartsWith(option.Split('=')[0], refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fail-on=low")]
    [InlineData("--offline")]
    [InlineData("--output=elsewhere")]
    public void What_makes_no_less_of_it_is_not(string option) => Assert.True(Parse("--target=Release", option).Options.Strict);

    [Theory]
    [InlineData("2026-11-30", "2026-11-30T00:00:00Z")]
    [InlineData("2026-11-30T12:00:00Z", "2026-11-30T12:00:00Z")]
    public void A_date_is_its_beginning_in_UTC(string value, string time) =>
        Assert.Equal(DateTimeOffset.Parse(time, null), Parse($"--as-of={value}").Options.AsOf);

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("30.11.2026")]
    [InlineData("2026-11-31")]
    [InlineData("2026-11-30 12:00")]
    public void What_is_no_date_is_refused(string value) =>
        Assert.StartsWith($"--as-of={value}", Assert.Throws<InputException>(() => Parse($"--as-of={value}")).Message, StringComparison.Ordinal);

    private static CommandLine Parse(params string[] arguments) => CommandLine.Parse(arguments, Path.GetTempPath());
}
