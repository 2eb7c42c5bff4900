using System.Collections.Frozen;

namespace ContainerSecurity.Images.Known;

/// <summary>The files that say something of an image, by their paths, and how each is read.</summary>
internal sealed class KnownFiles(ImageConfig config)
{
    /// <summary>Bytes; the largest real ones, package databases, have a few million.</summary>
    public const long Largest = 16 * 1024 * 1024;

    private const string StatusFolder = "/var/lib/dpkg/status.d/";
    private const string CertificateVariable = "SSL_CERT_FILE=";

    private static readonly FrozenDictionary<string, KnownFileReader> ByPath = new Dictionary<string, KnownFileReader>
    {
        ["/var/lib/dpkg/status"] = Dpkg,
        ["/lib/apk/db/installed"] = Apk,
        ["/usr/lib/apk/db/installed"] = Apk,
        ["/var/lib/rpm/rpmdb.sqlite"] = Rpm,
        ["/var/lib/rpm/Packages"] = Rpm,
        ["/var/lib/rpm/Packages.db"] = Rpm,
        ["/usr/lib/sysimage/rpm/rpmdb.sqlite"] = Rpm,
        ["/usr/lib/sysimage/rpm/Packages.db"] = Rpm,
        ["/etc/passwd"] = Accounts(AccountFileKind.Users),
        ["/etc/group"] = Accounts(AccountFileKind.Groups),
        ["/etc/shadow"] = Accounts(AccountFileKind.Passwords),
        ["/etc/ssl/certs/ca-certificates.crt"] = Certificates,
        ["/etc/ssl/cert.pem"] = Certificates,
        ["/etc/ssl/ca-bundle.pem"] = Certificates,
        ["/etc/pki/tls/certs/ca-bundle.crt"] = Certificates,
        ["/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"] = Certificates,
    }.ToFrozenDictionary();

    private readonly string? _certificates = CertificatesOf(config);

    /// <summary>Where the image's own environment says that trusted certificates are; null where it says nothing.</summary>
    public static string? CertificatesOf(ImageConfig config) =>
        config.Environment.LastOrDefault(variable => variable.StartsWith(CertificateVariable, StringComparison.Ordinal)) is { } variable
            ? variable[CertificateVariable.Length..]
            : null;

    private static KnownFileReader Dpkg => new(KnownFileKind.Packages, PackageDatabases.ReadDpkg);

    private static KnownFileReader Apk => new(KnownFileKind.Packages, PackageDatabases.ReadApk);

    private static KnownFileReader Rpm => new(
        KnownFileKind.Packages, _ => new KnownFile.Unread(KnownFileKind.Packages, "is a package database of rpm, which is not read"));

    private static KnownFileReader Certificates => new(KnownFileKind.Certificates, CertificateFiles.Read);

    /// <returns>Null for a path that says nothing known.</returns>
    public KnownFileReader? Find(string path) =>
        ByPath.TryGetValue(path, out var known) ? known
        : path == _certificates ? Certificates
        : path.StartsWith(StatusFolder, StringComparison.Ordinal) && !path.EndsWith(".md5sums", StringComparison.Ordinal) ? Dpkg
        : null;

    private static KnownFileReader Accounts(AccountFileKind kind) => new(KnownFileKind.Accounts, content => AccountFiles.Read(kind, content));
}

/// <summary>What a file is about, and what reads all its bytes.</summary>
internal sealed record KnownFileReader(KnownFileKind Kind, Func<byte[], KnownFile> Read);
