using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports.Words;

/// <summary>The names of verdicts, severities and places in reports and options.</summary>
internal static class DisplayNames
{
    public static string Get(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    public static string Get(Severity severity) => severity.ToString().ToLowerInvariant();

    /// <summary><c>Dockerfile:3</c>, <c>/app/key.pem (layer sha256:0123456789ab)</c>, a package with its version and layer, or <c>-</c>.</summary>
    public static string FormatPlace(Finding finding) => finding switch
    {
        { File: { } file, Layer: { } layer } => $"{file} (layer {ShortenDigest(layer)})",
        { File: { } file, Line: { } line } => $"{file}:{line}",
        { File: { } file } => file,
        { Package: { } package, Layer: { } layer } => $"{package} {finding.InstalledVersion} (layer {ShortenDigest(layer)})",
        { Package: { } package } => $"{package} {finding.InstalledVersion}".TrimEnd(),
        _ => "-",
    };

    /// <summary>The digest's algorithm and its first twelve digits.</summary>
    public static string ShortenDigest(string digest) => digest.Length > 19 ? digest[..19] : digest;
}
