namespace ContainerSecurity.Packaging.Inventory;

/// <summary>A Debian package in the image, and how it came in.</summary>
internal sealed record DescribedPackage(DebianPackage Package, string Description);
