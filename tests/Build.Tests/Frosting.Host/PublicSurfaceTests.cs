using System.Reflection;
using Cake.Frosting;

namespace Build.Tests.Frosting.Host;

public sealed class PublicSurfaceTests
{
    private static readonly Assembly Host = typeof(CakeHost).Assembly;

    private static readonly IReadOnlyList<string> Pinned = ReadPinned();

    [Fact]
    public void Nothing_that_Cake_Frosting_declares_is_missing_or_different()
    {
        var missing = Pinned.Except(PublicSurface.Of(Host));

        Assert.True(!missing.Any(), $"{Host.GetName().Name} lacks:\n{string.Join('\n', missing)}");
    }

    // Code that used a member of ours alone would not compile against the package.
    [SkippableFact]
    public void Nothing_is_public_that_Cake_Frosting_does_not_declare()
    {
        Skip.If(Host.GetName().Name == "Cake.Frosting", "The package itself is in use: what it has is right.");

        var added = PublicSurface.Of(Host).Except(Pinned);

        Assert.True(!added.Any(), $"{Host.GetName().Name} has, and Cake.Frosting has not:\n{string.Join('\n', added)}");
    }

    private static List<string> ReadPinned()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("CakeFrosting.signatures.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#'))];
    }
}
