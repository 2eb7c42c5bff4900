using System.Collections.Immutable;
using Build.Tests.Images;
using ContainerSecurity.Checkout;
using ContainerSecurity.Releasing.Checking;
using ContainerSecurity.Releasing.Signing;

namespace Build.Tests.Releasing;

/// <summary>Two releases signed with one key, made once, and copies of the newer one to change.</summary>
public sealed class ReleaseScene : IDisposable
{
    private readonly ReleaseKey _key = new();
    private readonly ReleaseKey _thief = new();
    private readonly SampleRelease _release;
    private readonly SampleRelease _older;

    public ReleaseScene() => (_release, _older) = (
        SampleRelease.Create(_key.Signing), SampleRelease.Create(_key.Signing, "1.9.0", commit: 'b'));

    internal VerificationKey Key => _key.Public;

    internal ReleaseKey KeyFiles => _key;

    internal ReleaseKey Thief => _thief;

    internal SampleRelease Release => _release;

    internal SampleRelease Older => _older;

    /// <summary>When both releases are valid.</summary>
    internal static DateTimeOffset Then => SampleRelease.Commit.AddDays(10);

    internal ImmutableArray<CheckedPoint> CheckAfter(Action<Tampering> change, DateTimeOffset? asOf = null)
    {
        using var copy = new TemporaryFolder();
        FileCopies.CopyTree(_release.Path, copy.Path);
        change(new Tampering(copy.Path, _older, _key.Signing, _thief.Signing));
        return new ReleaseCheck(Key, policy: null, asOf ?? Then, CancellationToken.None).Run(copy.Path);
    }

    /// <summary>The first point that is refused, and why.</summary>
    internal string RefusalAfter(Action<Tampering> change, DateTimeOffset? asOf = null)
    {
        var points = CheckAfter(change, asOf);
        Assert.NotEqual(0, ReleaseCheck.ExitCodeOf(points));
        var refused = points.First(point => point.Holds == false);
        return $"{refused.What}: {refused.Detail}";
    }

    public void Dispose()
    {
        _release.Dispose();
        _older.Dispose();
        _key.Dispose();
        _thief.Dispose();
    }
}
