using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>A port without an address is open to every machine that reaches the host, past most firewalls.</summary>
internal static partial class PublishedPort
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2008",
        Severity.High,
        "A port is published beyond loopback.",
        "Write the address: 127.0.0.1:8082:8082.")
    {
        Check = container => container.Ports.Where(port => !Loopback().IsMatch(port.Value)).Select(request => request.Hit),
    };

    [GeneratedRegex(@"^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[::1\]|::1):")]
    private static partial Regex Loopback();
}
