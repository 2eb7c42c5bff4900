using System.Globalization;
using System.Text.RegularExpressions;
using ContainerSecurity.Checkout.Globs;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Formats.ReleasePolicies;

/// <summary>Reads the part <c>image</c> of a policy.</summary>
internal static partial class ImagePolicyReader
{
    /// <exception cref="InputException">A field that is not known, or a value that means nothing; the message names file and line.</exception>
    public static ImagePolicy Read(Setting image) => image.Entries().Aggregate(new ImagePolicy(), (policy, field) => field.Key switch
    {
        "ports" => policy with { Ports = [.. field.Items().Select(ReadPort)] },
        "base" => policy with { Base = ReadBase(field) },
        "files" => policy with { Files = [.. field.Items().Select(ReadFile)] },
        "packages" => policy with { Packages = [.. field.Items().Select(ReadPackage)] },
        "labels" => policy with { Labels = [.. field.Texts()] },
        "environment" => policy with { Environment = [.. field.Items().Select(ReadVariable)] },
        "size" => policy with { Size = ImageSize.Parse(field.Text()) ?? throw field.Wrong($"is `{field.Text()}`; write 16 MiB") },
        "entries" => policy with { Entries = ReadNumber(field) },
        "certificates" => policy with { Certificates = ReadCertificates(field) },
        _ => throw PolicyFields.Unknown(field, "an image", PolicyFields.Image),
    });

    private static string ReadPort(Setting item) =>
        ExposedPort.Normalise(item.Text()) ?? throw item.Wrong($"names the port `{item.Text()}`; write 8082/tcp");

    private static ImageBasePolicy ReadBase(Setting setting)
    {
        if (setting.Value.Text is { } name)
        {
            return name == "scratch"
                ? new(null, [])
                : throw setting.Wrong($"is `{name}`; write scratch, or image and layers");
        }

        var read = setting.Entries().Aggregate(new ImageBasePolicy(null, []), (known, field) => field.Key switch
        {
            "image" => known with { Image = ReadReference(field) },
            "layers" => known with { Layers = [.. field.Items().Select(ReadDigest)] },
            _ => throw PolicyFields.Unknown(field, "a base", PolicyFields.Base),
        });
        return read.Image is null || read.Layers.IsEmpty
            ? throw setting.WrongKey("needs both: image, by digest, and layers, the diff ids of its layers from the bottom up")
            : read;
    }

    private static string ReadReference(Setting field) => Reference().IsMatch(field.Text())
        ? field.Text()
        : throw field.Wrong($"is `{field.Text()}`, which names no digest; write NAME@sha256:DIGEST");

    private static string ReadDigest(Setting item) =>
        Digest().IsMatch(item.Text()) ? item.Text() : throw item.Wrong($"holds `{item.Text()}`; a layer is sha256: and 64 digits");

    private static string ReadFile(Setting item) => item.Text() is ['/', _, ..] path && !path.EndsWith('/') && IsGlob(path)
        ? path
        : throw item.Wrong($"holds `{item.Text()}`; write the path of a file from the root, such as /etc/os-release or /app/**");

    private static string ReadPackage(Setting item) =>
        item.Text() is { Length: > 0 } name && IsGlob(name) ? name : throw item.Wrong($"holds `{item.Text()}`, which names no package");

    private static bool IsGlob(string text) => Glob.Parse(text, GlobDialect.Paths) is not null;

    private static string ReadVariable(Setting item) => item.Text().Contains('=')
        ? throw item.Wrong($"holds `{item.Text()}`; write the name alone, its value is judged as a secret")
        : item.Text();

    private static CertificatePolicy ReadCertificates(Setting setting) =>
        setting.Entries().Aggregate(new CertificatePolicy(0, null), (known, field) => field.Key switch
        {
            "expired" => known with { Expired = ReadNumber(field) },
            "days" => known with { Days = ReadNumber(field) },
            _ => throw PolicyFields.Unknown(field, "certificates", PolicyFields.Certificates),
        });

    private static int ReadNumber(Setting field) =>
        int.TryParse(field.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw field.Wrong($"is `{field.Text()}`; write a whole number");

    [GeneratedRegex(@"^[a-z0-9][A-Za-z0-9._/:-]*@sha256:[0-9a-f]{64}\z")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^sha256:[0-9a-f]{64}\z")]
    private static partial Regex Digest();
}
