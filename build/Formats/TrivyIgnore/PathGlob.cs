using ContainerSecurity.Checkout.Globs;

namespace ContainerSecurity.Formats.TrivyIgnore;

/// <summary>Path patterns as Trivy's exceptions have them: <c>*</c> and <c>?</c> within a folder, <c>**</c> across folders.</summary>
internal static class PathGlob
{
    /// <summary>A leading slash counts on neither side: paths in an image have one in our reports, and none in Trivy's.</summary>
    public static bool Matches(string pattern, string path) =>
        Glob.Parse(pattern.TrimStart('/'), GlobDialect.Paths)?.IsMatch(path.TrimStart('/')) == true;
}
