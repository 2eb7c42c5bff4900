using System.Runtime.InteropServices;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>The platform that this program runs on, as <c>tools.lock.json</c> names it.</summary>
internal static class HostPlatform
{
    // Not RuntimeInformation.RuntimeIdentifier: a distribution's own build of .NET returns debian.12-x64.
    public static string Name { get; } = $"{System}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    private static string System => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
}
