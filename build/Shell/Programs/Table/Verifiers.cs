namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>
/// What compares. MD5 and SHA-1 count: to make another file with the digest of a given one is beyond anybody, only making two with the same one is
/// not (RFC 6151).
/// </summary>
internal static class Verifiers
{
    public static ProgramSpec[] All { get; } =
    [
        new("sha1sum sha224sum sha256sum sha384sum sha512sum md5sum b2sum b3sum sha3sum cksum gsha256sum gsha512sum", Act.Digest)
        {
            Values = "l length a algorithm", Flags = "c>Check check>Check",
        },
        new("shasum", Act.Digest) { Values = "a algorithm", Flags = "c>Check check>Check" },
        new("rhash", Act.Digest) { Flags = "c>Check check>Check" },
        new("sha256 sha512 md5 sha1", Act.Digest) { Values = "c>Pin C s", },
        new("openssl", Act.Signature) { Sub = "dgst", IsSingleDash = true, Values = "verify>Check prverify>Check signature out hmac mac macopt" },
        new("openssl", Act.Digest) { Sub = "sha1|sha256|sha384|sha512|md5", IsSingleDash = true, Values = "out" },
        new("gpg gpg2", Act.Signature)
        {
            Values = "o>Output output>Output r u recipient homedir keyring keyserver passphrase passphrase-file status-fd assert-signer "
                + "local-user recv-keys recv-key keyserver-options trust-model fetch-keys>Address",
            Flags = "verify>Check import>Extract d>ToOutput decrypt>ToOutput",
        },
        new("gpgv gpgv2", Act.Signature) { Values = "homedir keyring status-fd" },
        new("cosign", Act.Signature)
        {
            Sub = "verify-blob|verify-blob-attestation",
            Values = "bundle certificate certificate-identity certificate-identity-regexp certificate-oidc-issuer certificate-oidc-issuer-regexp key "
                + "signature rekor-url certificate-chain type",
        },
        new("minisign", Act.Signature) { Values = "m>Input x p P o", Flags = "V>Check" },
        new("signify signify-openbsd", Act.Signature) { Values = "m>Input x p", Flags = "V>Check C>Check" },
        new("rpmkeys", Act.Signature) { Flags = "K>Check checksig>Check", Values = "define root dbpath" },
        new("slsa-verifier", Act.Signature)
        {
            Sub = "verify-artifact", Values = "provenance-path source-uri source-tag source-branch source-versioned-tag builder-id",
        },
        new("gh", Act.Signature)
        {
            Sub = "attestation verify|v",
            Values = "o owner R repo b bundle signer-workflow signer-repo cert-identity cert-oidc-issuer predicate-type",
        },
        new("apksigner", Act.Signature) { Sub = "verify", Values = "in" },
        new("jarsigner", Act.Signature) { IsSingleDash = true, Flags = "verify>Check", Values = "keystore storepass" },
        new("apk", Act.Signature) { Sub = "verify", Values = "keys-dir X" },
    ];
}
