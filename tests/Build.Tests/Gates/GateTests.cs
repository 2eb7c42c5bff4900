using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Options;
using ContainerSecurity.Processes;

namespace Build.Tests.Gates;

public sealed class GateTests
{
    private static readonly GateInput Input = new()
    {
        Options = new BuildOptions { Rids = ["linux-x64"], Output = "/artifacts" },
        Paths = new BuildPaths("/", "/artifacts", "/cache"),
        Files = new RepositoryFiles { Root = "/" },
        Configurations = ConfigurationInputs.None,
        LintedDockerfiles = [],
    };

    private static readonly GateDescription Description = new("test") { Subject = "all", Engine = "built-in", WithoutEngine = "nothing" };

    public static TheoryData<Exception> Breakages =>
        [new ToolFailedException("trivy crashed"), new InputException("x.yaml is broken"), new InvalidOperationException("a defect")];

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task What_breaks_a_gate_is_an_error_with_its_reason_and_never_a_pass(Exception breakage)
    {
        var result = await new Gate(Description, (_, _) => throw breakage).RunAsync(Input, CancellationToken.None);

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains(breakage.Message, result.Notes[0]);
    }

    [Fact]
    public async Task An_interrupted_gate_stays_interrupted() =>
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => new Gate(Description, (_, _) => throw new OperationCanceledException()).RunAsync(Input, CancellationToken.None));
}
