namespace ContainerSecurity.Packaging.Sysroots;

/// <summary>What others call the architecture of a platform of .NET.</summary>
internal static class RidNames
{
    /// <summary>Debian's name, which is that of OCI images too: <c>amd64</c> or <c>arm64</c>.</summary>
    public static string Debian(string rid) => rid == "linux-arm64" ? "arm64" : "amd64";

    /// <summary>As compilers and folders of libraries name it: <c>aarch64-linux-gnu</c>.</summary>
    public static string Triplet(string rid) => rid == "linux-arm64" ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
}
