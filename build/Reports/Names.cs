using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports;

/// <summary>The words that reports and options use for verdicts, severities and places.</summary>
internal static class Names
{
    public static string Of(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    public static string Of(Severity severity) => severity.ToString().ToLowerInvariant();

    /// <summary><c>Dockerfile:3</c>, <c>/app/key.pem (layer sha256:0123456789ab)</c>, a package with its version and layer, or <c>-</c>.</summary>
    public static string Place(Finding finding) => finding switch
    {
        { File: { } file, Layer: { } layer } => $"{file} (layer {Short(layer)})",
        { File: { } file, Line: { } line } => $"{file}:{line}",
        { File: { } file } => file,
        { Package: { } package, Layer: { } layer } => $"{package} {finding.InstalledVersion} (layer {Short(layer)})",
        { Package: { } package } => $"{package} {finding.InstalledVersion}".TrimEnd(),
        _ => "-",
    };

    /// <summary>The digest's algorithm and its first twelve digits.</summary>
    public static string Short(string digest) => digest.Length > 19 ? digest[..19] : digest;
}
