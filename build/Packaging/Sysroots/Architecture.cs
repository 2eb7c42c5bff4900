using System.Runtime.InteropServices;

namespace ContainerSecurity.Packaging.Sysroots;

/// <summary>The names of an architecture: .NET's of platforms, and Debian's, which are those of OCI images too.</summary>
internal static class Architecture
{
    /// <summary>The platform of this machine.</summary>
    public static string ThisRid =>
        RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    /// <summary><c>amd64</c> or <c>arm64</c>.</summary>
    public static string OfDebian(string rid) => rid == "linux-arm64" ? "arm64" : "amd64";

    /// <summary>As compilers and folders of libraries name it: <c>aarch64-linux-gnu</c>.</summary>
    public static string Triplet(string rid) => rid == "linux-arm64" ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
}
