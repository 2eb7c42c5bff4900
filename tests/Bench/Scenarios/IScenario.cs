using Bench.Results;
using Bench.Servers;

namespace Bench.Scenarios;

/// <summary>One thing that is measured of every server.</summary>
internal interface IScenario
{
    /// <summary>One of <see cref="ScenarioNames"/>.</summary>
    string Name { get; }

    /// <summary>Adds what was measured; what a server could not do is added as a failure, and the run goes on.</summary>
    Task RunAsync(Rig rig, BenchResults results);
}
