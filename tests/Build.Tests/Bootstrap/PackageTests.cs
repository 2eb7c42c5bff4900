using System.Text.RegularExpressions;

namespace Build.Tests.Bootstrap;

public sealed class PackageTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public PackageTests()
    {
        _sandbox.AddDotnet();
        _sandbox.AddStandIn("apt-get", FakePrograms.AptGet);
        _sandbox.Link("chmod");
    }

    public void Dispose() => _sandbox.Dispose();

    [SkippableFact]
    public async Task As_root_on_Debian_what_is_missing_is_installed_and_said()
    {
        Requirement.Require(Environment.UserName == "root" && File.Exists("/etc/debian_version"), "root on Debian or Ubuntu");
        Requirement.Require(HasStaticOpenSsl, "libssl-dev, which the stand-in cannot install");

        using var run = await _sandbox.RunAsync("--target=Compile");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("build.sh: installing with apt: clang lld cmake make shellcheck npm nodejs (log: ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(
            [
                "apt-get update -q",
                "apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=600 clang lld cmake make shellcheck npm nodejs",
            ],
            _sandbox.Calls.Where(call => call.StartsWith("apt-get", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task When_apt_fails_its_last_words_and_the_command_are_shown()
    {
        Requirement.Require(Environment.UserName == "root" && File.Exists("/etc/debian_version"), "root on Debian or Ubuntu");
        _sandbox.Set("apt-fails");

        using var run = await _sandbox.RunAsync("--target=Compile");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("E: Unable to locate package clang\n", run.Errors, StringComparison.Ordinal);
        Assert.Matches(MissingAll, run.Errors);
        Assert.Empty(run.Output);
    }

    [SkippableFact]
    public async Task No_install_prints_the_exact_command_and_installs_nothing()
    {
        Requirement.Require(File.Exists("/etc/debian_version"), "Debian or Ubuntu");

        using var run = await _sandbox.RunAsync("--target=Scan", "--no-install");

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(MissingAll, run.Errors);
        Assert.Empty(_sandbox.Calls);
    }

    [Fact]
    public async Task Without_apt_the_packages_are_named()
    {
        _sandbox.Remove("apt-get");

        using var run = await _sandbox.RunAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(
            @"^build\.sh: missing: clang lld cmake make( libssl-dev)?; "
            + @"install with your package manager \(named as in Debian\): clang lld cmake make",
            run.Errors);
    }

    [SkippableFact]
    public async Task What_is_only_wanted_is_a_warning()
    {
        Requirement.Require(HasStaticOpenSsl, "libssl-dev");
        foreach (var tool in new[] { "clang", "ld.lld", "cmake", "make" })
            _sandbox.AddStandIn(tool, "#!/bin/sh\n");

        using var run = await _sandbox.RunAsync("--target=Scan", "--no-install");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("build.sh: without shellcheck npm nodejs some gates are incomplete; ", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith("<--target=Scan>\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target=Clean")]
    [InlineData("--target", "Lint")]
    [InlineData("-t", "lint")]
    [InlineData("--tree")]
    [InlineData("--target=Scan", "--dryrun")]
    [InlineData("--target=Scan", "--repository=elsewhere")]
    [InlineData("--target=Verify", "--image", "service:1")]
    [InlineData("--input=image.tar")]
    [InlineData("--help")]
    public async Task What_links_nothing_needs_no_toolchain(params string[] arguments)
    {
        using var run = await _sandbox.RunAsync([.. arguments, "--no-install"]);

        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("--target=Lint", true)]
    [InlineData("--target=Clean", false)]
    [InlineData("--help", false)]
    public async Task Linting_wants_ShellCheck(string argument, bool wants)
    {
        using var run = await _sandbox.RunAsync(argument, "--no-install");

        Assert.Equal(wants, run.Errors.Contains("build.sh: without shellcheck some gates are incomplete; ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData]
    [InlineData("--target", "Scan")]
    [InlineData("--target=Lint", "--target=Compile")]
    [InlineData("--image-engine=docker")]
    [InlineData("--strict")]
    public async Task Everything_else_needs_it(params string[] arguments)
    {
        using var run = await _sandbox.RunAsync([.. arguments, "--no-install"]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("build.sh: missing: ", run.Errors, StringComparison.Ordinal);
    }

    private static bool HasStaticOpenSsl =>
        Directory.EnumerateDirectories("/usr/lib").Append("/usr/lib").Any(folder => File.Exists(Path.Combine(folder, "libssl.a")));

    private static Regex MissingAll => new(
        @"build\.sh: missing: (?<names>clang lld cmake make( libssl-dev)?); run as root: "
        + @"apt-get update && apt-get install -y --no-install-recommends \k<names> shellcheck npm nodejs\n$");
}
