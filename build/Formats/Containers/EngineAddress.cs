using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Containers;

/// <summary>A variable by which programs find an engine on another machine: <c>DOCKER_HOST=tcp://172.17.0.1:2375</c>.</summary>
internal static partial class EngineAddress
{
    private static readonly string[] Names = ["DOCKER_HOST", "CONTAINER_HOST", "BUILDKIT_HOST"];

    /// <param name="services">Names of containers beside it: an engine that one of them brings is no one else's.</param>
    public static IEnumerable<Request> Find(string name, string? value, int line, IEnumerable<string> services) =>
        Names.Contains(name) && Address().Match(value ?? "") is { Success: true } address && !IsOwn(address.Groups["host"].Value, services)
            ? [new Request(name, value!, line)]
            : [];

    private static bool IsOwn(string host, IEnumerable<string> services) =>
        host is "localhost" or "[::1]" || host.StartsWith("127.", StringComparison.Ordinal) || services.Contains(host);

    [GeneratedRegex(@"^(tcp|https?)://(?<host>\[[^\]]*\]|[^:/]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
