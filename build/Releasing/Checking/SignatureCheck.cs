using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;
using ContainerSecurity.Releasing.Signing;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>The list of digests and every statement are signed with the key that the user named.</summary>
internal static class SignatureCheck
{
    private const string Advice = "Get the public key of who released it, and give it: --public-key=FILE";

    public static CheckedPoint Look(
        ReleaseFolder release, IReadOnlyList<(string Name, DsseEnvelope Envelope)> envelopes, VerificationKey? key)
    {
        const string What = "signatures";
        var signed = release.Files.Contains(ReleaseNames.Signature) || envelopes.Any(one => one.Envelope.Signatures.Length > 0);
        if (key is null)
        {
            return new CheckedPoint(
                What, null, signed ? $"it is signed by nobody that you named. {Advice}" : $"it is not signed, so nobody vouches for it. {Advice}");
        }

        try
        {
            RequireList(release, key);
            foreach (var (name, envelope) in envelopes)
                Require(name, envelope, key);
            return new CheckedPoint(What, true, $"{ReleaseNames.Checksums} and {envelopes.Count} statements, by the key {key.Id}");
        }
        catch (InputException refused)
        {
            return new CheckedPoint(What, false, refused.Message);
        }
    }

    private static void RequireList(ReleaseFolder release, VerificationKey key)
    {
        if (!release.Files.Contains(ReleaseNames.Signature))
            throw new InputException($"{ReleaseNames.Checksums} is not signed: {ReleaseNames.Signature} is missing.");
        if (!key.Verifies(release.ReadAll(ReleaseNames.Checksums), release.ReadAll(ReleaseNames.Signature)))
            throw new InputException($"{ReleaseNames.Signature} is no signature of {ReleaseNames.Checksums} by the key {key.Id}.");
    }

    /// <summary>One signature and no other: of a second nobody could say whose it is.</summary>
    private static void Require(string name, DsseEnvelope envelope, VerificationKey key)
    {
        if (envelope.Signatures is not [var signature])
            throw new InputException($"{name} has {envelope.Signatures.Length} signatures where one must be.");
        if (!key.Verifies(envelope.ToSigned(), signature.Value.AsSpan()))
            throw new InputException($"{name}: the signature is not of this content by the key {key.Id}.");
    }
}
