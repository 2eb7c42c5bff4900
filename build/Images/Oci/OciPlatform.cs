namespace ContainerSecurity.Images.Oci;

/// <summary>The platform that an index entry is for.</summary>
internal sealed record OciPlatform(string? Architecture, string? Os, string? Variant = null);
