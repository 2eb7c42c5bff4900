using System.Collections.Immutable;
using System.Net;

namespace ContainerSecurity.Probing;

/// <summary>What was seen of one container of the released image while it served a request.</summary>
/// <remarks>What holds is told without what was measured, because a release holds it and two runs of one commit must say the same.</remarks>
/// <param name="Model">Where the planted model listens.</param>
/// <param name="ModelRequests">How often it was asked.</param>
/// <param name="Answer">What the client got.</param>
internal sealed record ObservedRun(IPEndPoint Model, int ModelRequests, string Answer)
{
    public const string Ports = "listening-port";
    public const string User = "user";
    public const string Root = "read-only-root";
    public const string Rights = "capabilities";
    public const string Checked = "health";
    public const string Request = "request";
    public const string Connections = "connections";
    public const string Memory = "memory";
    public const string Termination = "termination";

    private const int ProxyPort = 8082;

    /// <summary>Ten times what one request needs.</summary>
    private const int MostKilobytes = 100 * 1024;

    private const int MostShown = 200;

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    /// <summary>The names of what is observed, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
        [Ports, User, Root, Rights, Checked, Request, Connections, Memory, Termination];

    public required ImmutableArray<string> Listeners { get; init; }

    /// <summary>Whether the image's own health check passed, and what it said.</summary>
    public required (bool Passes, string Said) Health { get; init; }

    public required SentTraffic Sent { get; init; }

    public required ProcessStatus Status { get; init; }

    /// <summary>Lines of <c>/proc/PID/mounts</c>.</summary>
    public required ImmutableArray<string> Mounts { get; init; }

    /// <summary>What a sniffer saw, and how much it missed; null when there was none, and <see cref="WhyNoTraffic"/> says why.</summary>
    public (ImmutableArray<SeenPacket> Packets, int Lost)? Traffic { get; init; }

    public string WhyNoTraffic { get; init; } = "";

    public required (TimeSpan Took, string ExitCode) End { get; init; }

    /// <returns>One observation for each of <see cref="Names"/>.</returns>
    public ImmutableArray<RunTimeObservation> Judge() =>
    [
        new(Ports, Listeners is [var only] && only.EndsWith($":{ProxyPort}", StringComparison.Ordinal), $"listening: {string.Join(", ", Listeners)}"),
        new(User, !Status.IsRoot, $"users of the process: {Status.Users.Replace('\t', ' ')}"),
        new(Root, Mounts.Any(IsReadOnlyRoot), $"/ is mounted {DescribeRoot()}"),
        new(Rights, Status.Capabilities.IsEmpty && Status.HasNoNewPrivileges, DescribeRights()),
        new(Checked, Health.Passes, Health.Said),
        new(Request, Answer.Contains(PlantedModel.Answer, StringComparison.Ordinal) && ModelRequests == 1, DescribeAnswer()),
        JudgeTraffic(),
        Status.PeakKilobytes is { } most
            ? new(Memory, most <= MostKilobytes, $"{(most <= MostKilobytes ? "at most" : $"{most / 1024} MB of")} {MostKilobytes / 1024} MB")
            : RunTimeObservation.Unseen(Memory, "the kernel does not say"),
        new(Termination, End.Took <= EndLimit && End.ExitCode == "0", $"exit code {End.ExitCode}, {DescribeEnd()} after SIGTERM"),
    ];

    /// <summary>
    /// What is known to have been opened: one connection to the model, and one of the health check to the proxy itself. The kernel's counters know of
    /// what was sent before the sniffer came; the sniffer knows where to.
    /// </summary>
    private RunTimeObservation JudgeTraffic()
    {
        var expected = new SentTraffic(ModelRequests + (Health.Passes ? 1 : 0), 0, 0);
        var counted = $"since it began: {Sent.Connections} connections opened (the model: {ModelRequests}, the health check: "
            + $"{expected.Connections - ModelRequests}), {Sent.Datagrams} datagrams, {Sent.Echoes} echoes sent";
        if (Traffic is not { } traffic)
            return new(Connections, Sent == expected, $"{counted}, by the kernel's counters; no sniffer: {WhyNoTraffic}");
        ImmutableArray<SeenPacket> unknown = [.. traffic.Packets.Where(packet => !IsKnown(packet))];
        var sniffed = $"{counted}; a sniffer in its network saw {(unknown.IsEmpty ? "nothing else" : string.Join(", ", unknown.Take(5)))}";
        return traffic.Lost > 0 && unknown.IsEmpty && Sent == expected
            ? RunTimeObservation.Unseen(Connections, $"the sniffer missed {traffic.Lost} packets")
            : new(Connections, unknown.IsEmpty && Sent == expected, sniffed);
    }

    private bool IsKnown(SeenPacket packet) => packet.Kind == SeenPacket.Connection
        && (packet.Port == ProxyPort || (packet.Port == Model.Port && packet.To.Equals(Model.Address)));

    private string? DescribeRoot() => Mounts.Any(IsReadOnlyRoot) ? "read-only" : Mounts.FirstOrDefault(IsRoot)?.Split(' ')[3];

    private string DescribeEnd() => End.Took <= EndLimit ? $"within {EndLimit.TotalSeconds:0} s" : $"{End.Took.TotalSeconds:0.0} s";

    private string DescribeRights() =>
        $"{(Status.Capabilities.IsEmpty ? "no capability in any set" : string.Join(", ", Status.Capabilities))}; "
            + $"no-new-privileges is {(Status.HasNoNewPrivileges ? "" : "not ")}set";

    private string DescribeAnswer()
    {
        if (Answer.Contains(PlantedModel.Answer, StringComparison.Ordinal) && ModelRequests == 1)
            return $"the model was asked once; the client got its answer, “{PlantedModel.Answer}”";
        var shown = Answer.Length > MostShown ? Answer[..MostShown] + "…" : Answer;
        return $"the model was asked {ModelRequests} times; the client got “{shown.ReplaceLineEndings(" ")}”";
    }

    private static bool IsRoot(string mount) => mount.Split(' ')[1] == "/";

    private static bool IsReadOnlyRoot(string mount) => IsRoot(mount) && mount.Split(' ')[3].Split(',').Contains("ro");
}
