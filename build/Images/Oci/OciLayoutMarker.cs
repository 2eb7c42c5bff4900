namespace ContainerSecurity.Images.Oci;

/// <summary>The file <c>oci-layout</c> that marks a layout directory (image-spec image-layout.md).</summary>
internal sealed record OciLayoutMarker(string? ImageLayoutVersion);
