using System.Collections.Immutable;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools;

namespace ContainerSecurity;

/// <summary>The gates of a scan, in the order of the report.</summary>
internal static class AllGates
{
    public static ImmutableArray<Gate> Create(IToolSource tools, IToolRunner runner)
    {
        var (misconfig, secrets, vulnerabilities, sbom, licenses) = TrivyGates.Create(tools, runner);
        return [BuilderFindings.AddedTo(LintGate.Create(tools, runner)), misconfig, secrets, vulnerabilities, sbom, licenses, PolicyGate.Create()];
    }
}
