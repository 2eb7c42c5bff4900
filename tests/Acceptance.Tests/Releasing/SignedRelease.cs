using Build.Tests.Releasing;

namespace Acceptance.Tests.Releasing;

/// <summary>A small release that is valid today, and the key that signed it.</summary>
public sealed class SignedRelease : IDisposable
{
    private readonly ReleaseKey _key = new();
    private readonly SampleRelease _release;

    public SignedRelease() => _release = SampleRelease.Create(_key.Signing, made: DateTimeOffset.UtcNow.AddDays(-2));

    internal ReleaseKey Key => _key;

    internal SampleRelease Release => _release;

    internal string[] Envelopes => Directory.GetFiles(_release.Path, "*.dsse.json");

    public void Dispose()
    {
        _release.Dispose();
        _key.Dispose();
    }
}
