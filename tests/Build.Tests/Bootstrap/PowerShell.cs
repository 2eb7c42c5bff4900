using System.Diagnostics;
using ContainerSecurity.Checkout;

namespace Build.Tests.Bootstrap;

/// <summary>PowerShell: the machine's, or, where nothing may be skipped, the NuGet tool of that name in the user's cache.</summary>
internal static class PowerShell
{
    private const string Version = "7.6.9";

    private static readonly Lazy<string?> Found = new(FindOrInstall);

    public static string? Executable => Found.Value;

    private static string? FindOrInstall()
    {
        var folder = Path.Combine(BuildPaths.Find().Cache, "powershell", Version);
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append(folder);
        if (paths.Select(path => Path.Combine(path, "pwsh")).FirstOrDefault(File.Exists) is { } there)
            return there;
        return Environment.GetEnvironmentVariable("REQUIRE_ALL") == "1" ? Install(folder) : null;
    }

    private static string? Install(string folder)
    {
        using var install = Process.Start("dotnet", ["tool", "install", "PowerShell", "--version", Version, "--tool-path", folder, "--verbosity", "quiet"]);
        install.WaitForExit();
        var pwsh = Path.Combine(folder, "pwsh");
        return File.Exists(pwsh) ? pwsh : null;
    }
}
