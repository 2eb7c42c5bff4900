using System.Text.RegularExpressions;

namespace ContainerSecurity.Rules.Facts;

/// <summary>Which texts name an image (distribution/reference, normalised names).</summary>
internal static partial class ImageName
{
    private const int LongestName = 255;

    public static bool IsValid(string text)
    {
        if (Identifier().IsMatch(text))
            return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var hasDomain = slash >= 0 && IsDomain(text[..slash]);
        var path = hasDomain ? text[(slash + 1)..] : text;
        var match = Reference().Match(path);
        return match.Success && match.Groups["name"].Length <= LongestName && (!hasDomain || Domain().IsMatch(text[..slash]));
    }

    // What has neither dot nor port is a folder of Docker Hub, unless it cannot be one.
    private static bool IsDomain(string first) =>
        first.AsSpan().ContainsAny('.', ':') || first == "localhost" || !LetterCase.IsLower(first);

    [GeneratedRegex(@"^[a-f0-9]{64}\z")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?\z")]
    private static partial Regex Domain();

    [GeneratedRegex(
        @"^(?<name>[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*)(?::\w[\w.-]{0,127})?"
        + @"(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?\z", RegexOptions.ECMAScript)]
    private static partial Regex Reference();
}
