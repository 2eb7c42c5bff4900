using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Options;
using ContainerSecurity.Processes;

namespace Build.Tests.Gates;

public sealed class GateTests
{
    private static readonly GateInput Input = new()
    {
        Options = new BuildOptions { Rid = "linux-x64", Output = "/artifacts" },
        Paths = new BuildPaths("/", "/artifacts", "/cache"),
        Files = new RepositoryFiles { Root = "/" },
        Dockerfiles = [],
    };

    public static TheoryData<Exception> Breakages => [new ToolFailedException("trivy crashed"), new InputException("x.yaml is broken"), new InvalidOperationException("a defect")];

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task What_breaks_a_gate_is_an_error_with_its_reason_and_never_a_pass(Exception breakage)
    {
        var result = await new Gate(Described("test"), (_, _) => throw breakage).RunAsync(Input, CancellationToken.None);

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains(breakage.Message, result.Notes[0]);
    }

    [Fact]
    public async Task An_interrupted_gate_stays_interrupted() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => new Gate(Described("test"), (_, _) => throw new OperationCanceledException()).RunAsync(Input, CancellationToken.None));

    [Fact]
    public async Task What_the_builder_did_not_execute_fails_the_lint_gate()
    {
        var lint = new Gate(Described("lint"), (_, _) => Task.FromResult(new GateResult { Name = "lint", Engine = "built-in", Verdict = Verdict.Pass }));
        var finding = new Finding { RuleId = "CS1", Severity = Severity.High, Message = "VOLUME is not executed", File = "Dockerfile", Line = 3 };

        var result = await BuilderFindings.AddedTo(lint).RunAsync(Input with { BuilderFindings = [finding] }, CancellationToken.None);

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Equal(finding, Assert.Single(result.Findings));
    }

    private static GateDescription Described(string name) => new(name) { Subject = "all", Engine = "built-in", WithoutEngine = "nothing" };
}
