namespace Acceptance.Tests.Operation.Systemd;

/// <summary>systemd reads the unit without a complaint, and thinks little of what it leaves open.</summary>
public sealed class SystemdUnitTests : IDisposable
{
    /// <summary>Of 100; a service without any of it has 96.</summary>
    private const int MostExposure = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("unit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_unit_is_one_that_systemd_takes_and_finds_safe()
    {
        Requirement.Program("systemd-analyze", "systemd");
        Requirement.ProxyBinary();
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Paths.Root, "proxy/deploy/systemd/claude-code-proxy.service"));
        var unit = Path.Combine(_folder, "claude-code-proxy.service");
        await File.WriteAllTextAsync(unit, text.Replace("/usr/local/bin/claude-code-proxy", Repository.ProxyBinary, StringComparison.Ordinal));

        var verified = await HostCommand.RunAsync("systemd-analyze", "verify", unit);
        var judged = await HostCommand.RunAsync("systemd-analyze", "security", "--no-pager", "--offline=true", $"--threshold={MostExposure}", unit);

        Assert.Equal("", verified.Output + verified.ErrorOutput);
        Assert.Contains("OK", judged.Output, StringComparison.Ordinal);
    }
}
