using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Probing;

/// <summary>
/// Tries every way out of a container that runs, as its agent; and the same from an ordinary container, which must get there, or nothing is proven.
/// </summary>
internal sealed class IsolationProbe(ContainerEngine engine, IToolRunner runner)
{
    private const string Reached = "reached: ";

    /// <summary>Answers of the kernel or the resolver that say that there is no way. Silence is none.</summary>
    private static readonly string[] NoWay =
    [
        "ENETUNREACH", "EHOSTUNREACH", "EADDRNOTAVAIL", "EAFNOSUPPORT", "EPERM", "EACCES", "ENOENT", "ENOTFOUND", "ESERVFAIL", "EREFUSED",
        "EAI_AGAIN", "no neighbour", "none",
    ];

    /// <param name="agent">The container, and the user who works in it.</param>
    /// <param name="control">What an ordinary container is: an image with Node, and options for its network.</param>
    /// <returns>One observation for each attempt.</returns>
    public async Task<ImmutableArray<RunTimeObservation>> RunAsync(
        (string Container, string User) agent, (string Image, ImmutableArray<string> Options) control, PlantedOutside outside,
        CancellationToken cancellation)
    {
        var attempts = IsolationAttempt.All(outside);
        var command = ImmutableArray.Create("node", "-e", IsolationScript.Text, JsonSerializer.Serialize(attempts));
        var ordinary = ImmutableArray.Create("--rm", "--user", "0", "--entrypoint", "", "--volume", "/dev/null:/run/docker.sock");
        var inside = OutcomesAsync(engine.Execute(agent.Container, command, agent.User), cancellation);
        var reference = OutcomesAsync(engine.Run([.. ordinary, .. control.Options], control.Image, command), cancellation);
        var (seen, expected) = (await inside, await reference);
        return [.. attempts.Select(attempt => Judge(attempt, seen, expected))];
    }

    private static RunTimeObservation Judge(IsolationAttempt attempt, Outcomes seen, Outcomes control)
    {
        var (here, there) = (seen.Of(attempt.Name), control.Of(attempt.Name));
        var evidence = $"{(attempt.Target.Length > 0 ? $"{attempt.Target}{(attempt.Port > 0 ? $" port {attempt.Port}" : "")}: " : "")}{here}; "
            + $"an ordinary container: {there}";
        if (here.StartsWith(Reached, StringComparison.Ordinal) || here == "silent")
            return new(attempt.Name, false, evidence);
        return NoWay.Contains(here) && there.StartsWith(Reached, StringComparison.Ordinal)
            ? new(attempt.Name, true, evidence)
            : RunTimeObservation.Unseen(attempt.Name, evidence);
    }

    private async Task<Outcomes> OutcomesAsync(ToolCommand command, CancellationToken cancellation)
    {
        try
        {
            var ended = await runner.RunAsync(command with { Timeout = TimeSpan.FromMinutes(1) }, cancellation);
            return new(JsonSerializer.Deserialize<Dictionary<string, string>>(ended.Output) ?? [], "nothing was said of it");
        }
        catch (Exception failed) when (failed is ToolFailedException or JsonException)
        {
            return new([], failed.Message);
        }
    }

    /// <param name="Why">What is said of an attempt without an outcome.</param>
    private sealed record Outcomes(Dictionary<string, string> ByName, string Why)
    {
        public string Of(string name) => ByName.GetValueOrDefault(name, Why);
    }
}
