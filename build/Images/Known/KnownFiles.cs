using System.Collections.Frozen;

namespace ContainerSecurity.Images.Known;

/// <summary>The files that say something of an image, by their paths, and how each is read.</summary>
internal sealed class KnownFiles(ImageConfig config)
{
    /// <summary>Bytes; the largest real ones, package databases, have a few million.</summary>
    public const long Largest = 16 * 1024 * 1024;

    private const string StatusFolder = "/var/lib/dpkg/status.d/";
    private const string CertificateVariable = "SSL_CERT_FILE=";

    private static readonly FrozenDictionary<string, Func<byte[], KnownFile>> ByPath = new Dictionary<string, Func<byte[], KnownFile>>
    {
        ["/var/lib/dpkg/status"] = PackageDatabases.ReadDpkg,
        ["/lib/apk/db/installed"] = PackageDatabases.ReadApk,
        ["/usr/lib/apk/db/installed"] = PackageDatabases.ReadApk,
        ["/var/lib/rpm/rpmdb.sqlite"] = _ => new KnownFile.UnreadPackages("rpm"),
        ["/var/lib/rpm/Packages"] = _ => new KnownFile.UnreadPackages("rpm"),
        ["/var/lib/rpm/Packages.db"] = _ => new KnownFile.UnreadPackages("rpm"),
        ["/usr/lib/sysimage/rpm/rpmdb.sqlite"] = _ => new KnownFile.UnreadPackages("rpm"),
        ["/usr/lib/sysimage/rpm/Packages.db"] = _ => new KnownFile.UnreadPackages("rpm"),
        ["/etc/passwd"] = content => AccountFiles.Read(AccountFileKind.Users, content),
        ["/etc/group"] = content => AccountFiles.Read(AccountFileKind.Groups, content),
        ["/etc/shadow"] = content => AccountFiles.Read(AccountFileKind.Passwords, content),
        ["/etc/ssl/certs/ca-certificates.crt"] = CertificateFiles.Read,
        ["/etc/ssl/cert.pem"] = CertificateFiles.Read,
        ["/etc/ssl/ca-bundle.pem"] = CertificateFiles.Read,
        ["/etc/pki/tls/certs/ca-bundle.crt"] = CertificateFiles.Read,
        ["/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"] = CertificateFiles.Read,
    }.ToFrozenDictionary();

    private readonly string? _certificates = CertificatesOf(config);

    /// <summary>Where the image's own environment says that trusted certificates are; null where it says nothing.</summary>
    public static string? CertificatesOf(ImageConfig config) =>
        config.Environment.LastOrDefault(variable => variable.StartsWith(CertificateVariable, StringComparison.Ordinal)) is { } variable
            ? variable[CertificateVariable.Length..]
            : null;

    /// <returns>Null for a path that says nothing known.</returns>
    public Func<byte[], KnownFile>? FindReader(string path) =>
        ByPath.TryGetValue(path, out var read) ? read
        : path == _certificates ? CertificateFiles.Read
        : path.StartsWith(StatusFolder, StringComparison.Ordinal) && !path.EndsWith(".md5sums", StringComparison.Ordinal) ? PackageDatabases.ReadDpkg
        : null;
}
