using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Releasing.Signing;
using ContainerSecurity.Reports.Records;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>
/// Checks a downloaded release without network. Whatever cannot be read is refused, and what then cannot be checked is said to be so.
/// </summary>
/// <param name="key">Of who is expected to have signed; null when the user names nobody.</param>
/// <param name="policy">The policy that the user expects; null when none is named.</param>
/// <param name="asOf">The time at which the verdict must hold.</param>
internal sealed class ReleaseCheck(VerificationKey? key, byte[]? policy, DateTimeOffset asOf, CancellationToken cancellation)
{
    private readonly List<CheckedPoint> _points = [];

    /// <returns>Every point, in the order in which they rest on each other.</returns>
    public ImmutableArray<CheckedPoint> Run(string path)
    {
        _points.Clear();
        var release = Read("files", true, () => ReleaseFolder.Read(path), read => $"{read.Files.Length} plain files, none missing, none too many");
        Look("checksums", release is not null, () => ChecksumCheck.Look(release!));
        var envelopes = Read("envelopes", release is not null, () => StatementSet.ReadEnvelopes(release!), read => $"{read.Count} of DSSE");
        if (release is not null && envelopes is not null)
            _points.Add(SignatureCheck.Look(release, envelopes, key));
        else
            Skip("signatures");
        var statements = Read(
            "statements",
            envelopes is not null,
            () => StatementSet.Read(envelopes!),
            _ => "provenance, verification summary, verification result, test result");
        var index = Read(
            "images",
            release is not null,
            () => ReleasedIndex.Read(release!, cancellation),
            read => $"index {read.Digest}, {read.Images.Length} images, all blobs");
        var record = Read(
            "record",
            release is not null,
            () => ScanRecord.Read(release!.ReadAll(ReleaseNames.Record), ReleaseNames.Record),
            read => $"{read.Gates.Length} gates, {read.Claims.Length} claims");
        Look("binaries", index is not null, () => ContentChecks.Binaries(release!, index!));
        Look("feature", release is not null, () => ContentChecks.Feature(release!));
        Look("SBOMs", index is not null, () => ContentChecks.Sboms(release!, index!));
        var all = statements is not null && index is not null;
        Look("subjects", all, () => ContentChecks.Subjects(release!, statements!, index!));
        Look("source", all, () => OriginChecks.Source(release!, statements!, index!));
        Look("policy", statements is not null, () => OriginChecks.Policy(release!, statements!, policy));
        var day = DateOnly.FromDateTime(asOf.UtcDateTime);
        Look("verdict", all && record is not null, () => VerdictReplay.Look(release!, statements!, index!, record!, day));
        Look("validity", statements is not null && record is not null, () => ValidityCheck.Look(statements!, record!, asOf));
        return [.. _points];
    }

    /// <summary>Anything refused outweighs anything unchecked; neither is a pass.</summary>
    public static int ExitCodeOf(ImmutableArray<CheckedPoint> points) =>
        points.Any(point => point.Holds == false) ? ExitCodes.Failed
        : points.Any(point => point.Holds is null) ? ExitCodes.Incomplete
        : ExitCodes.Passed;

    private void Look(string what, bool isReady, Func<string> look) => Read(what, isReady, look, detail => detail);

    private T? Read<T>(string what, bool isReady, Func<T> read, Func<T, string> describe) where T : class
    {
        if (!isReady)
        {
            Skip(what);
            return null;
        }

        try
        {
            var part = read();
            _points.Add(new CheckedPoint(what, true, describe(part)));
            return part;
        }
        // What was downloaded may break any reader in any way; none of them is a pass.
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            var reason = refused is InputException ? refused.Message : $"it cannot be read: {refused.Message}";
            _points.Add(new CheckedPoint(what, false, reason));
            return null;
        }
    }

    private void Skip(string what) => _points.Add(new CheckedPoint(what, null, "not checked: what it rests on could not be read"));
}
