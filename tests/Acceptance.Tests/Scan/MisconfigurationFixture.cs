using Build.Tests.Tools.Trivy;
using ContainerSecurity.Images.Writing;

namespace Acceptance.Tests.Scan;

/// <summary>Two checkouts, each scanned once: one with every misconfiguration, one with the same files without them.</summary>
public sealed class MisconfigurationFixture
{
    private readonly Lazy<Task<ScanOutcome>> _planted = new(() => ScanAsync(Misconfigurations.Planted));
    private readonly Lazy<Task<ScanOutcome>> _clean = new(() => ScanAsync(Misconfigurations.Clean));

    internal Task<ScanOutcome> Planted => _planted.Value;

    internal Task<ScanOutcome> Clean => _clean.Value;

    /// <summary>A small image is given, so that nothing is compiled and nothing of the image's own is in the way.</summary>
    private static async Task<ScanOutcome> ScanAsync((string File, string Text)[] files)
    {
        using var copy = new RepositoryCopy();
        foreach (var (file, text) in files)
            copy.Write(file, text);
        var image = new TestImage().Layer(("proxy", "\0binary"));
        image.History.Add("USER 65532");
        DockerArchiveWriter.Write(image.Build(), copy.PathOf("artifacts/given.tar"));
        return await copy.RunAsync("--target=Scan", "--input=artifacts/given.tar");
    }
}
