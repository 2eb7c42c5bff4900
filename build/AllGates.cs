using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Gates.Licenses;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Gates.Misconfiguration;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Gates.Sbom;
using ContainerSecurity.Gates.Secrets;
using ContainerSecurity.Gates.Vulnerabilities;

namespace ContainerSecurity;

/// <summary>The gates of a scan, in the order of the report.</summary>
internal static class AllGates
{
    /// <param name="depth">How far the claims of SECURITY.md are followed.</param>
    public static ImmutableArray<Gate> Create(TrivySuite suite, PolicyDepth depth = PolicyDepth.TreeAndImage)
    {
        var facts = new ConditionalWeakTable<GateInput, ScanFacts>();
        return
        [
            LintGate.Create(suite.Source, suite.Runner),
            Sharing(MisconfigurationGate.Description, MisconfigurationGate.JudgeAsync),
            Sharing(SecretsGate.Description, SecretsGate.JudgeAsync),
            Sharing(VulnerabilityGate.Description, VulnerabilityGate.JudgeAsync),
            Sharing(SbomGate.Description, SbomGate.JudgeAsync),
            Sharing(LicenseGate.Description, LicenseGate.JudgeAsync),
            PolicyGate.Create(depth),
        ];

        // One set of scans for each input, whichever gate asks first.
        Gate Sharing(GateDescription description, Func<GateInput, ScanFacts, Task<GateResult>> judge) =>
            new(description, (input, cancellation) => judge(input, facts.GetValue(input, key => new ScanFacts(key, suite, cancellation))));
    }
}
