using System.Collections.Immutable;
using System.Text.Json;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Probing;
using ContainerSecurity.Probing.Isolation;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Engines;

namespace Build.Tests.Probing;

public sealed class IsolationProbeTests
{
    private static readonly PlantedOutside Outside = new("198.51.100.1", "2001:db8::1", "planted.example", "192.0.2.53", ["192.0.2.1"], 9);

    [Theory]
    [InlineData("ENETUNREACH", "reached: connected", true)]
    [InlineData("no neighbour", "reached: answered", true)]
    [InlineData("reached: connected", "reached: connected", false)]
    [InlineData("reached: refused", "ENETUNREACH", false)]
    [InlineData("silent", "reached: connected", false)]
    [InlineData("ENETUNREACH", "silent", null)]
    [InlineData("ENETUNREACH", "ENETUNREACH", null)]
    [InlineData("unable: perl is missing", "reached: answered", null)]
    public async Task It_holds_only_where_there_is_no_way_and_an_ordinary_container_has_one(string here, string there, bool? holds)
    {
        var seen = await RunAsync(Runner(Said(here), Said(there)));

        Assert.All(seen, observation => Assert.Equal(holds, observation.Holds));
        Assert.Contains(here, seen[0].Evidence);
        Assert.Contains(there, seen[0].Evidence);
    }

    [Fact]
    public async Task Each_attempt_has_an_observation_even_where_nothing_was_said_of_it()
    {
        var seen = await RunAsync(Runner("{}", "no JSON"));

        Assert.Equal(IsolationAttempt.All(Outside).Select(attempt => attempt.Name), seen.Select(observation => observation.Name));
        Assert.All(seen, observation => Assert.Null(observation.Holds));
    }

    private static Task<ImmutableArray<RunTimeObservation>> RunAsync(IToolRunner runner) => new IsolationProbe(new ContainerEngine("docker"), runner)
        .RunAsync(("agent", "1000"), ("control", "0"), IsolationAttempt.All(Outside), CancellationToken.None);

    private static ScriptedRunner Runner(string agent, string control) =>
        new ScriptedRunner().Answer("exec", command => command.Arguments.Contains("agent") ? agent : control);

    private static string Said(string outcome) =>
        JsonSerializer.Serialize(IsolationAttempt.All(Outside).ToDictionary(attempt => attempt.Name, _ => outcome));
}
