using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>The profiles of seccomp and AppArmor keep a container from most of the kernel.</summary>
internal static partial class DisabledConfinement
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2007",
        Severity.High,
        "The confinement of the container is switched off.",
        "Remove it, or write a profile that allows the one call that is needed.")
    {
        Check = container => container.SecurityOptions.Where(option => Loosens().IsMatch(option.Value)).Select(request => request.Hit),
    };

    [GeneratedRegex(
        @"^(.*[:=]\s*unconfined|label[:=](disable|type:(spc_t|container_runtime_t))|no-new-privileges[:=](false|f|0)|writable-cgroups([:=](?!false|f\s*\z|0).*)?|unmask[:=].*)\s*\z|\$\{",
        RegexOptions.IgnoreCase)]
    private static partial Regex Loosens();
}
