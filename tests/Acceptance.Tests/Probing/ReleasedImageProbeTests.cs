using System.Collections.Immutable;
using Acceptance.Tests.DevContainers;
using Acceptance.Tests.Docker;
using ContainerSecurity.Probing;
using ContainerSecurity.Tools.Engines;

namespace Acceptance.Tests.Probing;

/// <summary>The run-time probe on a real engine: everything holds of the released image, and each fault that is planted is seen as itself.</summary>
public sealed class ReleasedImageProbeTests(DockerEngine docker) : IClassFixture<DockerEngine>
{
    [SkippableFact]
    public async Task Everything_holds_of_the_released_image()
    {
        await docker.RequireAsync();

        var seen = await ProbeAsync(Repository.Paths.ImageArchive);

        Assert.Equal(ObservedRun.Names, seen.Select(observation => observation.Name));
        Assert.All(seen, observation => Assert.True(observation.Holds, $"{observation.Name}: {observation.Evidence}"));
    }

    [SkippableTheory]
    [InlineData("user", "USER 0:0")]
    [InlineData("listening-port", "ENTRYPOINT [\"/busybox\", \"sh\", \"-c\", \"/busybox nc -l -p 9 & exec /claude-code-proxy\"]")]
    [InlineData("connections", "ENTRYPOINT [\"/busybox\", \"sh\", \"-c\", \"/busybox nslookup example.org 127.0.0.1 & exec /claude-code-proxy\"]")]
    [InlineData("termination", "ENTRYPOINT [\"/busybox\", \"sh\", \"-c\", \"/claude-code-proxy; true\"]")]
    public async Task A_planted_fault_is_seen_as_what_it_is(string name, string instruction)
    {
        await docker.RequireAsync();
        var folder = Directory.CreateTempSubdirectory("planted-").FullName;
        try
        {
            File.Copy(await StaticBusyboxAsync(), Path.Combine(folder, "busybox"));
            await File.WriteAllTextAsync(Path.Combine(folder, "Dockerfile"), $"FROM {docker.Image}\nCOPY busybox /busybox\n{instruction}\n");
            await docker.DockerAsync("build", "--tag", "planted:fault", folder);
            await docker.DockerAsync("save", "--output", Path.Combine(folder, "planted.tar"), "planted:fault");

            var seen = await ProbeAsync(Path.Combine(folder, "planted.tar"));

            Assert.Equal([name], seen.Where(observation => observation.Holds != true).Select(observation => observation.Name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static TheoryData<string, string> WrongStarts() => new()
    {
        { "user", RunVariant.AsRoot.What },
        { "read-only-root", RunVariant.WritableRoot.What },
        { "capabilities", RunVariant.WithCapabilities.What },
        { "listening-port", RunVariant.WithSecondPort.What },
        { "health", RunVariant.WithoutHealth.What },
        { "connections", RunVariant.WithSecondConnection.What },
        { "memory", RunVariant.WithBallast.What },
        { "termination", RunVariant.WithoutSignal.What },
    };

    [SkippableTheory]
    [MemberData(nameof(WrongStarts))]
    public async Task A_wrong_start_of_the_released_image_is_seen_as_what_it_is(string name, string what)
    {
        await docker.RequireAsync();

        var seen = await ProbeAsync(Repository.Paths.ImageArchive, RunVariant.Wrong.Single(variant => variant.What == what));

        Assert.Equal([name], seen.Where(observation => observation.Holds != true).Select(observation => observation.Name));
    }

    /// <summary>The counters know how many connections there were, the sniffer where to.</summary>
    [SkippableFact]
    public async Task A_sniffer_says_where_a_connection_went()
    {
        await docker.RequireAsync();

        var seen = await ProbeAsync(Repository.Paths.ImageArchive, RunVariant.WithSecondConnection);

        var connections = seen.Single(observation => observation.Name == ObservedRun.Connections);
        Assert.Contains("a sniffer in its network saw connection to 192.0.2.1:9", connections.Evidence);
    }

    [Fact]
    public async Task Without_an_engine_nothing_is_observed_and_nothing_holds()
    {
        var seen = await new ReleasedImageProbe(new ContainerEngine("docker"), new EngineRunner("unix:///nowhere/docker.sock"))
            .RunAsync(Repository.Paths.ImageArchive, RunVariant.Documented, CancellationToken.None);

        Assert.Equal(ObservedRun.Names, seen.Select(observation => observation.Name));
        Assert.All(seen, observation => Assert.Null(observation.Holds));
    }

    private static async Task<string> StaticBusyboxAsync() =>
        Path.Combine(await StandInBase.Debian.EnsureAsync(), "bin", "busybox");

    private Task<ImmutableArray<RunTimeObservation>> ProbeAsync(string archive, RunVariant? variant = null) =>
        new ReleasedImageProbe(new ContainerEngine("docker"), new EngineRunner(docker.Socket))
            .RunAsync(archive, variant ?? RunVariant.Documented, CancellationToken.None);
}
