namespace ContainerSecurity.Rules.Hadolint.Facts;

/// <summary>The identifiers of the SPDX licence list.</summary>
internal static class SpdxLicenses
{
    private static readonly Lazy<HashSet<string>> Identifiers = new(Read);

    public static bool Contains(string identifier) => Identifiers.Value.Contains(identifier);

    private static HashSet<string> Read()
    {
        using var list = typeof(SpdxLicenses).Assembly.GetManifestResourceStream("spdx-licenses.txt")!;
        using var reader = new StreamReader(list);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
