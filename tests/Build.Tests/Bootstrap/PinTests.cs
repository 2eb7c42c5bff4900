using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;

namespace Build.Tests.Bootstrap;

public sealed partial class PinTests
{
    private static readonly string Root = BuildPaths.Find().Root;

    [Fact]
    public void The_SDK_that_is_fetched_is_the_one_of_global_json()
    {
        using var global = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "global.json")));
        var version = global.RootElement.GetProperty("sdk").GetProperty("version").GetString();

        Assert.Contains($"readonly sdk_version={version}\n", Read("build/Bootstrap/sdk.sh"), StringComparison.Ordinal);
        Assert.Contains($"$SdkVersion = '{version}'\n", Read("build/Bootstrap/sdk.ps1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_scripts_pin_the_same_archives()
    {
        var bash = Digests(BashPin(), "build/Bootstrap/sdk.sh");
        var powerShell = Digests(PowerShellPin(), "build/Bootstrap/sdk.ps1");

        Assert.Equal(["linux-arm64", "linux-x64", "osx-arm64", "osx-x64"], bash.Keys.Order());
        Assert.Equal(["linux-arm64", "linux-x64", "osx-arm64", "osx-x64", "win-x64"], powerShell.Keys.Order());
        Assert.All(bash, pin => Assert.Equal(pin.Value, powerShell[pin.Key]));
    }

    [SkippableFact]
    public async Task Shellcheck_has_nothing_to_say()
    {
        var shellcheck = new[] { "/usr/bin/shellcheck", "/usr/local/bin/shellcheck", "/opt/homebrew/bin/shellcheck" }.FirstOrDefault(File.Exists);
        Requirement.Require(shellcheck is not null, "shellcheck");
        string[] arguments = ["-x", "build.sh", "build/Bootstrap/packages.sh", "build/Bootstrap/sdk.sh"];
        using var process = Process.Start(new ProcessStartInfo(shellcheck!, arguments) { RedirectStandardOutput = true, WorkingDirectory = Root })!;

        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
    }

    [Theory]
    [InlineData("build.sh")]
    [InlineData("build/Bootstrap/packages.sh")]
    [InlineData("build/Bootstrap/sdk.sh")]
    [InlineData("build.ps1")]
    [InlineData("build/Bootstrap/packages.ps1")]
    [InlineData("build/Bootstrap/sdk.ps1")]
    public void Nothing_is_piped_into_a_shell(string script) =>
        Assert.DoesNotMatch(PipedIntoShell(), Read(script));

    private static Dictionary<string, string> Digests(Regex pin, string script) =>
        pin.Matches(Read(script)).ToDictionary(match => match.Groups["platform"].Value, match => match.Groups["digest"].Value);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    [GeneratedRegex(@"^    (?<platform>[a-z]+-[a-z0-9]+)\)\n      echo (?<digest>[0-9a-f]{128})$", RegexOptions.Multiline)]
    private static partial Regex BashPin();

    [GeneratedRegex(@"^    '(?<platform>[a-z]+-[a-z0-9]+)' +=\ '(?<digest>[0-9a-f]{128})'$", RegexOptions.Multiline)]
    private static partial Regex PowerShellPin();

    [GeneratedRegex(@"\|\s*(sudo\s+)?(ba|z|da|k)?sh\b|\b(iex|Invoke-Expression)\b|\beval\b", RegexOptions.IgnoreCase)]
    private static partial Regex PipedIntoShell();
}
