namespace ContainerSecurity.Formats.Sbom;

/// <summary>Names of the facts that CycloneDX has no field for.</summary>
internal static class SbomProperties
{
    /// <summary>The commit of a component's sources.</summary>
    public const string Commit = "vcs:commit";

    /// <summary>The text in the binary that names its Native AOT compiler, version and commit.</summary>
    public const string IlcText = "elf:ilc";

    /// <summary>The version of OpenSSL that the binary names.</summary>
    public const string OpenSslText = "elf:openssl";
}
