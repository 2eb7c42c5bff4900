using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>A namespace of the host lets the container see and reach the host's own.</summary>
internal static class SharedNamespace
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2002",
        Severity.High,
        "The container shares a namespace with the host or with another container.",
        "Remove it, and publish or mount what is needed.")
    {
        Check = container => container.Namespaces.Where(IsShared).Select(request => request.Hit),
    };

    private static bool IsShared(Request request) =>
        request.Value.Equals("host", StringComparison.OrdinalIgnoreCase)
            || request.Value.StartsWith("container:", StringComparison.Ordinal)
            || request.Value.Contains("${", StringComparison.Ordinal);
}
