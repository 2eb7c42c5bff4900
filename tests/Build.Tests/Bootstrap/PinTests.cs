using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContainerSecurity;

namespace Build.Tests.Bootstrap;

public sealed partial class PinTests
{
    private static readonly string Root = BuildPaths.Find().Root;

    [Fact]
    public void The_SDK_that_is_fetched_is_the_one_of_global_json()
    {
        using var global = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "global.json")));
        var version = global.RootElement.GetProperty("sdk").GetProperty("version").GetString();

        Assert.Contains($"readonly sdk_version={version}\n", Read("build.sh"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Shellcheck_has_nothing_to_say()
    {
        var shellcheck = new[] { "/usr/bin/shellcheck", "/usr/local/bin/shellcheck", "/opt/homebrew/bin/shellcheck" }.FirstOrDefault(File.Exists);
        Requirement.Met(shellcheck is not null, "shellcheck");
        using var process = Process.Start(new ProcessStartInfo(shellcheck!, [Path.Combine(Root, "build.sh")]) { RedirectStandardOutput = true })!;

        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
    }

    [Theory]
    [InlineData("build.sh")]
    public void Nothing_is_piped_into_a_shell(string script) =>
        Assert.DoesNotMatch(PipedIntoShell(), Read(script));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    [GeneratedRegex(@"\|\s*(sudo\s+)?(ba|z|da|k)?sh\b|\b(iex|Invoke-Expression)\b|\beval\b", RegexOptions.IgnoreCase)]
    private static partial Regex PipedIntoShell();
}
