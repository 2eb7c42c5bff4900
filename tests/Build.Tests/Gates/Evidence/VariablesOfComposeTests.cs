using Build.Tests.Rules;

namespace Build.Tests.Gates.Evidence;

/// <summary>Docker compose reads <c>.env</c> without being told, so that a harmless default can be another value in the end.</summary>
public sealed class VariablesOfComposeTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("MODE=host")]
    [InlineData("# a comment\nexport MODE=\"host\" # why")]
    [InlineData("MODE: 'host'")]
    [InlineData("OTHER=host\nMODE=${OTHER}")]
    public void What_a_file_of_variables_sets_counts_and_not_the_default(string environment)
    {
        _bench.Write(".env", environment).Write("deploy/compose.yaml", "services:\n  a:\n    network_mode: ${MODE:-bridge}\n");

        Assert.Equal(["CS2002 deploy/compose.yaml:3"], Found());
    }

    [Theory]
    [InlineData("")]
    [InlineData("MODE=")]
    [InlineData("#MODE=host")]
    [InlineData("MODE=none")]
    public void What_it_does_not_set_is_the_default(string environment)
    {
        _bench.Write(".env", environment).Write("compose.yaml", "services:\n  a:\n    network_mode: ${MODE:-bridge}\n");

        Assert.Empty(Found());
    }

    [Theory]
    [InlineData("MODE=", "${MODE:-host}", 1)]
    [InlineData("MODE=", "${MODE-host}", 0)]
    [InlineData("MODE=x", "${MODE:+host}", 1)]
    [InlineData("MODE=host", "${MODE:+none}", 0)]
    [InlineData("MODE=host", "$MODE", 1)]
    [InlineData("MODE=none", "${MODE?say it}", 0)]
    public void Each_form_of_a_variable_is_filled_in_as_compose_does(string environment, string written, int found)
    {
        _bench.Write(".env", environment).Write("compose.yaml", $"services:\n  a:\n    pid: {written}\n");

        Assert.Equal(found, Found().Length);
    }

    [Fact]
    public void The_nearest_file_counts()
    {
        _bench.Write(".env", "MODE=none").Write("deploy/.env", "MODE=host").Write("deploy/compose.yaml", "services:\n  a:\n    pid: ${MODE-}\n");

        Assert.Equal(["CS2002 deploy/compose.yaml:3"], Found());
    }

    [Fact]
    public void An_included_file_has_the_variables_that_the_including_one_gives_it()
    {
        _bench
            .Write("compose.yaml", "include:\n  - path: sub/more.txt\n    env_file: sub/more.env\n")
            .Write("sub/more.txt", "services:\n  a:\n    ipc: ${MODE:-none}\n")
            .Write("sub/more.env", "MODE=host");

        Assert.Equal(["CS2002 sub/more.txt:3"], Found());
    }

    [Fact]
    public void That_the_file_is_found_by_its_name_too_changes_nothing()
    {
        _bench
            .Write("compose.yaml", "include:\n  - {path: sub/compose.yaml, env_file: x.env}\n")
            .Write("sub/compose.yaml", "services:\n  a:\n    ipc: ${MODE:-none}\n")
            .Write("x.env", "MODE=host");

        Assert.Equal(["CS2002 sub/compose.yaml:3"], Found());
    }

    [Fact]
    public void A_file_that_the_variables_name_is_a_compose_file_whatever_its_name_is()
    {
        _bench.Write("deploy/.env", "A=1\nCOMPOSE_FILE=one.txt:gone.yml\n").Write("deploy/one.txt", "services:\n  a:\n    privileged: true\n");

        Assert.Equal(["CS2000 deploy/.env:2", "CS2001 deploy/one.txt:3"], Found());
    }

    private string[] Found() =>
        [.. _bench.Read().Findings.Select(finding => $"{finding.RuleId} {finding.File}:{finding.Line}").Order(StringComparer.Ordinal)];
}
