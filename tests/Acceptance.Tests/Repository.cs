using ContainerSecurity.Checkout;

namespace Acceptance.Tests;

/// <summary>The checkout under test and what <c>--target=Image</c> has put into it.</summary>
internal static class Repository
{
    public static BuildPaths Paths { get; } = BuildPaths.Find();

    public static string ProxyBinary { get; } = Paths.Binary(
        System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64
            ? "linux-arm64"
            : "linux-x64");
}
