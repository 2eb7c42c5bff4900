using System.Runtime.CompilerServices;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Gates.Licenses;
using ContainerSecurity.Gates.Misconfiguration;
using ContainerSecurity.Gates.Sbom;
using ContainerSecurity.Gates.Secrets;
using ContainerSecurity.Gates.Vulnerabilities;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Trivy.Database;

namespace ContainerSecurity;

/// <summary>The gates that use Trivy, which share one set of scans for each input.</summary>
internal sealed record TrivyGates(Gate Misconfiguration, Gate Secrets, Gate Vulnerabilities, Gate Sbom, Gate Licenses)
{
    public static TrivyGates Create(IToolSource source, IToolRunner runner) =>
        Create(new TrivySuite(source, runner, new DatabaseCache(new DatabaseDownload(runner), TimeProvider.System), TimeProvider.System));

    public static TrivyGates Create(TrivySuite suite)
    {
        var facts = new ConditionalWeakTable<GateInput, ScanFacts>();
        var today = DateOnly.FromDateTime(suite.Clock.GetUtcNow().UtcDateTime);
        return new TrivyGates(
            new Gate(MisconfigurationGate.Description, (input, cancellation) => MisconfigurationGate.JudgeAsync(input, Facts(input, cancellation), today)),
            new Gate(SecretsGate.Description, (input, cancellation) => SecretsGate.JudgeAsync(input, Facts(input, cancellation), today)),
            new Gate(VulnerabilityGate.Description, (input, cancellation) => VulnerabilityGate.JudgeAsync(input, Facts(input, cancellation), suite.Clock.GetUtcNow())),
            new Gate(SbomGate.Description, (input, cancellation) => SbomGate.JudgeAsync(input, Facts(input, cancellation))),
            new Gate(LicenseGate.Description, (input, cancellation) => LicenseGate.JudgeAsync(input, Facts(input, cancellation), today)));

        ScanFacts Facts(GateInput input, CancellationToken cancellation) => facts.GetValue(input, key => new ScanFacts(key, suite, cancellation));
    }
}
