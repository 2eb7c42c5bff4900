using System.Reflection;
using System.Text.Json;

namespace Build.Tests.Bootstrap;

/// <summary>PowerShell as its NuGet package has it; restoring this project has put it into NuGet's folder.</summary>
internal static class PowerShell
{
    // NuGet's digest of the package's content, as a packages.lock.json would hold it.
    private const string ContentHash = "Mbe0ZL/+PD3apnlrNzTDwtAYNXTeYs/fdWpEYVmFYPEmCy8N42NMwiBg2Bh//OCoAUu2L7AXxWZKiY+2JFtSuQ==";

    private static readonly Lazy<string> Verified = new(Verify);

    /// <summary>What starts it, to be followed by its arguments.</summary>
    public static string[] Command => ["dotnet", Verified.Value];

    private static string Verify()
    {
        var package = typeof(PowerShell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "PowerShell").Value!;
        using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(package, ".nupkg.metadata")));
        Assert.Equal(ContentHash, metadata.RootElement.GetProperty("contentHash").GetString());
        return Path.Combine(package, "tools", "net10.0", "any", OperatingSystem.IsWindows() ? "win" : "unix", "pwsh.dll");
    }
}
