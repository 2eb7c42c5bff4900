using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Probing.Isolation;

/// <summary>
/// Tries attempts in a container that runs, as its agent; and the same in a control, an ordinary container, which must succeed, or nothing is proven.
/// </summary>
internal sealed class IsolationProbe(ContainerEngine engine, IToolRunner runner)
{
    private const string Reached = "reached: ";
    private const int MostShown = 400;

    /// <summary>Answers of the kernel or the resolver that say that there is no way. Silence is none.</summary>
    private static readonly string[] NoWay =
    [
        "ENETUNREACH", "EHOSTUNREACH", "EADDRNOTAVAIL", "EAFNOSUPPORT", "EPERM", "EACCES", "EROFS", "ENOENT", "ENOTFOUND", "ESERVFAIL", "EREFUSED",
        "EAI_AGAIN", "no neighbour", "none",
    ];

    /// <param name="agent">The container, and the user who works in it.</param>
    /// <param name="control">A container of the same image in which everything that is tried works, and its user.</param>
    /// <returns>One observation for each attempt.</returns>
    public async Task<ImmutableArray<RunTimeObservation>> RunAsync(
        (string Container, string User) agent, (string Container, string User) control, ImmutableArray<IsolationAttempt> attempts,
        CancellationToken cancellation)
    {
        var command = ImmutableArray.Create("node", "-e", IsolationScript.Whole, JsonSerializer.Serialize(attempts));
        var secrets = attempts.Where(attempt => attempt.IsSecret).Select(attempt => attempt.Target).ToImmutableArray();
        var inside = OutcomesAsync(engine.Execute(agent.Container, command, agent.User) with { Secrets = secrets }, cancellation);
        var reference = OutcomesAsync(engine.Execute(control.Container, command, control.User) with { Secrets = secrets }, cancellation);
        var (seen, expected) = (await inside, await reference);
        return [.. attempts.Select(attempt => Judge(attempt, seen.Of(attempt.Name), expected.Of(attempt.Name)) with { Topic = attempt.Topic })];
    }

    private static RunTimeObservation Judge(IsolationAttempt attempt, string here, string there)
    {
        var target = attempt.IsSecret || attempt.Target.Length == 0 ? "" : $"{attempt.Target}{(attempt.Port > 0 ? $" port {attempt.Port}" : "")}: ";
        var evidence = $"{target}{here}; an ordinary container: {there}";
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
            // The whole program is in the message, before its last words.
            return new([], failed.Message.Length <= MostShown ? failed.Message : $"… {failed.Message[^MostShown..]}");
        }
    }

    /// <param name="Why">What is said of an attempt without an outcome.</param>
    private sealed record Outcomes(Dictionary<string, string> ByName, string Why)
    {
        public string Of(string name) => ByName.GetValueOrDefault(name, Why);
    }
}
