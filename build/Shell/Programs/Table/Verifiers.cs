namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>
/// What compares. MD5 and SHA-1 count: to make another file with the digest of a given one is beyond anybody, only making two with the same one is
/// not (RFC 6151).
/// </summary>
internal static class Verifiers
{
    public static ReadOnlySpan<byte> All =>
        """
        sha1sum sha224sum sha256sum sha384sum sha512sum md5sum b2sum b3sum sha3sum cksum gsha256sum gsha512sum: Digest
            values l length a algorithm
            flags c>Check check>Check
        shasum: Digest
            values a algorithm
            flags c>Check check>Check
        rhash: Digest
            flags c>Check check>Check
        sha256 sha512 md5 sha1: Digest
            values c>Pin C s
        openssl: Signature IsSingleDash
            sub dgst
            values verify>Check prverify>Check signature out hmac mac macopt
        openssl: Digest IsSingleDash
            sub sha1|sha256|sha384|sha512|md5
            values out
        gpg gpg2: Signature
            values o>Output output>Output r u recipient homedir keyring keyserver passphrase passphrase-file status-fd assert-signer local-user
            values recv-keys recv-key keyserver-options trust-model fetch-keys>Address
            flags verify>Check import>Extract d>ToOutput decrypt>ToOutput
        gpgv gpgv2: Signature
            values homedir keyring status-fd
        cosign: Signature
            sub verify-blob|verify-blob-attestation
            values bundle certificate certificate-identity certificate-identity-regexp certificate-oidc-issuer certificate-oidc-issuer-regexp key
            values signature rekor-url certificate-chain type
        minisign: Signature
            values m>Input x p P o
            flags V>Check
        signify signify-openbsd: Signature
            values m>Input x p
            flags V>Check C>Check
        rpmkeys: Signature
            values define root dbpath
            flags K>Check checksig>Check
        slsa-verifier: Signature
            sub verify-artifact
            values provenance-path source-uri source-tag source-branch source-versioned-tag builder-id
        gh: Signature
            sub attestation verify|v
            values o owner R repo b bundle signer-workflow signer-repo cert-identity cert-oidc-issuer predicate-type
        apksigner: Signature
            sub verify
            values in
        jarsigner: Signature IsSingleDash
            values keystore storepass
            flags verify>Check
        apk: Signature
            sub verify
            values keys-dir X
        """u8;
}
