using System.Text;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>An installed package, as dpkg describes it.</summary>
internal sealed record DebianPackage
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    public required string Source { get; init; }

    public required string SourceVersion { get; init; }

    public required string Architecture { get; init; }

    public required string Maintainer { get; init; }

    /// <summary>Names of the packages it depends on, alternatives included.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>The control paragraph that scanners read in images without a package manager (the convention of distroless images).</summary>
    /// <param name="description">How the package got into the image.</param>
    public string ToControlParagraph(string description)
    {
        var text = new StringBuilder($"Package: {Name}\n");
        if (SourceVersion != Version)
            text.Append($"Source: {Source} ({SourceVersion})\n");
        else if (Source != Name)
            text.Append($"Source: {Source}\n");

        return text.Append($"Version: {Version}\nArchitecture: {Architecture}\nMaintainer: {Maintainer}\nDescription: {description}\n").ToString();
    }
}
