namespace ContainerSecurity.Options;

/// <summary>The engine that builds the image.</summary>
public enum ImageEngine
{
    Auto,
    BuiltIn,
    Docker,
    Podman,
    Buildah,
}
