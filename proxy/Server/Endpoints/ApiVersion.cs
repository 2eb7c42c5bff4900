using ClaudeCodeProxy.Anthropic.Errors;
using Microsoft.AspNetCore.Http;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>
/// Checks the version of Anthropic's API that a client speaks. The later one refuses sampling parameters for Anthropic's newer models, of which none
/// is
/// served here, so that nothing else depends on the version.
/// </summary>
internal static class ApiVersion
{
    public const string Standard = "2023-06-01";

    private const string Header = "anthropic-version";

    private static readonly string[] Known = [Standard, "2026-10-21"];

    /// <summary>A client that names none speaks the first. Throws an error for one that is not known.</summary>
    public static void Check(IHeaderDictionary headers)
    {
        var version = headers[Header].ToString();
        if (version.Length > 0 && !Known.Contains(version, StringComparer.Ordinal))
            throw new ApiErrorException(ApiError.InvalidRequest($"{Header}: this version is not known. Known are {string.Join(" and ", Known)}."));
    }
}
