using System.Collections.Immutable;
using System.Globalization;

namespace ContainerSecurity.Formats.ReleasePolicies;

/// <summary>What the released image is. Null is a promise that was not made: a check that needs it judges nothing and says so.</summary>
internal sealed record ImagePolicy
{
    /// <summary><c>8082/tcp</c>; exactly these.</summary>
    public ImmutableSortedSet<string> Ports { get; init; } = [];

    public ImageBasePolicy? Base { get; init; }

    /// <summary>Globs; every file of the image is named by one, and each names one.</summary>
    public ImmutableArray<string>? Files { get; init; }

    /// <summary>Globs of names, besides the packages of the base and what the declared ones depend on.</summary>
    public ImmutableArray<string>? Packages { get; init; }

    /// <summary>Names; exactly these.</summary>
    public ImmutableSortedSet<string>? Labels { get; init; }

    /// <summary>Names of variables; exactly these.</summary>
    public ImmutableSortedSet<string>? Environment { get; init; }

    /// <summary>Most bytes of all layers, unpacked.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>Most entries of all layers.</summary>
    public int? Entries { get; init; }

    public CertificatePolicy? Certificates { get; init; }
}

/// <summary>What the image is built on.</summary>
/// <param name="Image">Its reference by digest; null for <c>scratch</c>.</param>
/// <param name="Layers">Diff ids of its layers, from the bottom up; none for <c>scratch</c>.</param>
internal sealed record ImageBasePolicy(string? Image, ImmutableArray<string> Layers);

/// <summary>The certificates that programs of the image trust.</summary>
/// <param name="Expired">Most that may have expired.</param>
/// <param name="Days">Most days since the newest of them became valid; null for any number.</param>
internal sealed record CertificatePolicy(int Expired, int? Days);

/// <summary>A number of bytes, as it was written.</summary>
internal readonly record struct ImageSize(long Bytes)
{
    private static readonly (string Name, long Bytes)[] Units =
        [("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000), ("", 1)];

    /// <returns>Null for what is no size, or more than can be.</returns>
    public static ImageSize? Parse(string text)
    {
        var unit = Units.First(unit => text.EndsWith(unit.Name, StringComparison.Ordinal));
        var number = text[..^unit.Name.Length].TrimEnd();
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= long.MaxValue / unit.Bytes
            ? new ImageSize(count * unit.Bytes)
            : null;
    }

    public override string ToString() => $"{Bytes} bytes";
}
