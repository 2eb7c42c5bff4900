using System.Text.RegularExpressions;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>Validates the values of a lock file. Names and versions become paths and arguments, so their characters are limited.</summary>
internal static partial class ToolsLockValidator
{
    private static readonly string[] KnownPlatforms = ["linux-x64", "linux-arm64", "osx-x64", "osx-arm64", "win-x64", "win-arm64"];

    /// <summary>Each problem as <c>field: what is wrong</c>.</summary>
    public static IEnumerable<string> Validate(ToolsLock locked) =>
        from tool in locked.Tools
        from problem in IfPresent($"tools.{tool.Key}", tool.Value, at => ValidateTool(at, tool.Key, tool.Value))
        select problem;

    private static IEnumerable<string> ValidateTool(string at, string name, LockedTool tool) =>
    [
        .. Unless(ToolName().IsMatch(name), at, "a tool's name is lower-case letters, digits and dashes"),
        .. Unless(ExactVersion().IsMatch(tool.Version), $"{at}.version", "an exact version is needed, not a range and not 'latest'"),
        .. from platform in tool.Platforms
           from problem in ValidatePlatform($"{at}.platforms.{platform.Key}", platform.Key, platform.Value)
           select problem,
    ];

    private static IEnumerable<string> ValidatePlatform(string at, string platform, IReadOnlyList<ToolOrigin> origins) =>
    [
        .. Unless(KnownPlatforms.Contains(platform), at, $"a platform is one of {string.Join(", ", KnownPlatforms)}"),
        .. Unless(origins.Count > 0, at, "at least one source is needed"),
        .. origins.SelectMany((origin, index) => IfPresent($"{at}[{index}]", origin, place => ValidateOrigin(place, origin))),
    ];

    private static IEnumerable<string> ValidateOrigin(string at, ToolOrigin origin) =>
    [
        .. Unless(origin.Size is null or > 0, $"{at}.size", "a size is a number of bytes above zero"),
        .. Unless(
            origin.Member is null || RelativePath().IsMatch(origin.Member),
            $"{at}.member",
            "a member is a relative path with forward slashes and no '..'"),
        .. Unless(
            origin.ExecutableSha256 is null || Sha256().IsMatch(origin.ExecutableSha256),
            $"{at}.executableSha256",
            "a SHA-256 is 64 lower-case hexadecimal digits"),
        .. Unless(
            origin.Member is not null || origin.ExecutableSha256 is null,
            $"{at}.executableSha256",
            "a bare executable has only the digest of the asset"),
        .. Unless(!string.IsNullOrWhiteSpace(origin.DigestSource), $"{at}.digestSource", "say where the digests were taken from"),
        .. Unless(origin.StandIn is not { ReportedVersion: "" }, $"{at}.standIn.reportedVersion", "say which version the stand-in reports"),
        .. origin switch
        {
            GitHubRelease release => ValidateRelease(at, release),
            NpmPackage package => ValidatePackage(at, package),
            _ => [$"{at}: unknown source"],
        },
    ];

    private static IEnumerable<string> ValidateRelease(string at, GitHubRelease release) =>
    [
        .. Unless(Repository().IsMatch(release.Repository), $"{at}.repository", "a repository is OWNER/NAME"),
        .. Unless(ExactVersion().IsMatch(release.Tag), $"{at}.tag", "an exact tag is needed, not 'latest'"),
        .. Unless(AssetName().IsMatch(release.Asset), $"{at}.asset", "an asset is a file name"),
        .. Unless(Sha256().IsMatch(release.Sha256), $"{at}.sha256", "a SHA-256 is 64 lower-case hexadecimal digits"),
        .. Unless(release.Member is null || ArchiveMember.Supports(release.Asset), $"{at}.asset", "only .tar.gz, .tgz and .zip have members"),
    ];

    private static IEnumerable<string> ValidatePackage(string at, NpmPackage package) =>
    [
        .. Unless(PackageName().IsMatch(package.Package), $"{at}.package", "a package is NAME or @SCOPE/NAME"),
        .. Unless(ExactVersion().IsMatch(package.Version), $"{at}.version", "an exact version is needed, not a range and not 'latest'"),
        .. Unless(IsIntegrity(package.Integrity), $"{at}.integrity", "an integrity is 'sha512-' and 64 bytes in base64"),
        .. Unless(package.Member is not null, $"{at}.member", "the executable's path in the package is needed"),
    ];

    // The serializer does not check for null inside lists and dictionaries.
    private static IEnumerable<string> IfPresent(string at, object? item, Func<string, IEnumerable<string>> problems) =>
        item is null ? [$"{at}: null pins nothing"] : problems(at);

    private static string[] Unless(bool holds, string field, string rule) => holds ? [] : [$"{field}: {rule}"];

    private static bool IsIntegrity(string text)
    {
        try
        {
            return PinnedDigest.FromIntegrity(text).Hex.Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex ToolName();

    [GeneratedRegex(@"^v?[0-9]+(\.[0-9A-Za-z]+)*([-+][0-9A-Za-z]+([.-][0-9A-Za-z]+)*)?\z")]
    private static partial Regex ExactVersion();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Sha256();

    [GeneratedRegex(@"^[0-9A-Za-z](?!.*\.\.)[\w.-]*/[0-9A-Za-z][\w.-]*\z")]
    private static partial Regex Repository();

    [GeneratedRegex(@"^[0-9A-Za-z][\w.+-]*\z")]
    private static partial Regex AssetName();

    [GeneratedRegex(@"^(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*\z")]
    private static partial Regex PackageName();

    [GeneratedRegex(@"^(?!.*(^|/)\.\.?(/|\z))[\w@.+-]+(/[\w@.+-]+)*\z")]
    private static partial Regex RelativePath();
}
