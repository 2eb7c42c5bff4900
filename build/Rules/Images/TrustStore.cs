using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Images.Known;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Images.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>
/// The certificates that the image's programs trust can be read and are current: a certificate that has expired does no harm of itself, but many of
/// them show that the bundle is old, and lacks what was added and keeps what was withdrawn since.
/// </summary>
internal static class TrustStore
{
    private const string Help = "Take the bundle from a current ca-certificates package, and build the image again.";
    private const string Bundle = "/etc/ssl/certs/ca-certificates.crt";

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "image-certificates",
            CheckSubject.Image,
            "The image trusts certificates that can all be read, of which no more have expired, and the newest is no older, than the policy allows.",
            facts => PolicyParts.Image(facts, "certificates", policy => policy.Certificates, (policy, image) => CheckImage(policy, image, facts.Now)))
        {
            Defects =
            [
                new Defect.InImage("a bundle with a damaged certificate", image => ImageEdit.WithFile(
                    image, PathOf(image), "-----BEGIN CERTIFICATE-----\nplanted\n-----END CERTIFICATE-----\n"u8.ToArray(), BuildFile.PlainMode)),
                new Defect.InImage("a bundle of expired certificates", (policy, image) => policy.Certificates is { } limit
                    ? new ImageEdit(
                        image.Config,
                        [PlantedFile.Plain(PathOf(image), string.Concat(Enumerable.Repeat(ExpiredCertificate(), limit.Expired + 1)))])
                    : null),
            ],
        },
    ];

    private static ImmutableArray<Observation> CheckImage(CertificatePolicy policy, ImageFacts image, DateTimeOffset now)
    {
        ImmutableArray<Observation> seen =
        [
            .. UnreadFiles.Of(image, KnownFileKind.Certificates),
            .. from file in image.View.Files
               where file.Known is KnownFile.TrustedCertificates
               from observation in CheckBundle(policy, file, (KnownFile.TrustedCertificates)file.Known!, now)
               select observation,
        ];
        var named = KnownFiles.CertificatesOf(image.Config) is { } path ? $" at {path}" : "";
        return seen.IsEmpty
            ? [new Observation.Broken($"the image holds no bundle of certificates{named}", Place.InConfig(image.Identity, "Env"), Help)]
            : seen;
    }

    private static IEnumerable<Observation> CheckBundle(
        CertificatePolicy policy, ImageFile file, KnownFile.TrustedCertificates trusted, DateTimeOffset now) => Subjects.HeldUnless(
            ShortList.Of(FaultsOf(policy, file, trusted, now).Select(fault => new Observation.Broken(fault, file.Place, Help))),
            () => EvidenceOf(file, trusted, now));

    private static IEnumerable<string> FaultsOf(
        CertificatePolicy policy, ImageFile file, KnownFile.TrustedCertificates trusted, DateTimeOffset now)
    {
        if (trusted.Certificates.IsEmpty && trusted.Damaged.IsEmpty)
            yield return $"{file.Path} holds no certificate";
        foreach (var block in trusted.Damaged)
            yield return $"block {block} of {file.Path} is no certificate that can be read";
        var expired = trusted.Certificates.Where(certificate => certificate.NotAfter < now).ToList();
        if (expired.Count > policy.Expired)
        {
            yield return $"{expired.Count} of {trusted.Certificates.Length} certificates of {file.Path} have expired, more than the {policy.Expired} "
                + $"that image.certificates allows; the first is {expired[0].Subject} ({DayOf(expired[0].NotAfter)})";
        }

        if (policy.Days is { } days && NewestOf(trusted) is { } newest && (now - newest).TotalDays > days)
            yield return $"the newest certificate of {file.Path} is valid since {DayOf(newest)}, more than {days} days";
    }

    private static string EvidenceOf(ImageFile file, KnownFile.TrustedCertificates trusted, DateTimeOffset now) =>
        $"{file.Path} in layer {file.Layer}: {trusted.Certificates.Length} certificates, "
        + $"{trusted.Certificates.Count(one => one.NotAfter < now)} expired, the newest valid since {DayOf(NewestOf(trusted)!.Value)}";

    private static DateTimeOffset? NewestOf(KnownFile.TrustedCertificates trusted) =>
        trusted.Certificates.IsEmpty ? null : trusted.Certificates.Max(certificate => certificate.NotBefore);

    private static string DayOf(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PathOf(ImageFacts image) => KnownFiles.CertificatesOf(image.Config) ?? Bundle;

    private static string ExpiredCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=planted", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2002, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return certificate.ExportCertificatePem() + "\n";
    }
}
