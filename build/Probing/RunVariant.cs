using System.Collections.Immutable;

namespace ContainerSecurity.Probing;

/// <summary>How the released image is started: as the documents say, or wrong in one way, to show that the wrong would be seen.</summary>
/// <param name="What">As reports name it.</param>
/// <param name="Options">Of the engine's command <c>run</c>.</param>
internal sealed record RunVariant(string What, ImmutableArray<string> Options)
{
    private static readonly ImmutableArray<string> ReadOnly = ["--read-only"];
    private static readonly ImmutableArray<string> NoRights = ["--cap-drop", "ALL", "--security-opt", "no-new-privileges"];

    /// <summary>As docs/proxy.md says.</summary>
    public static RunVariant Documented { get; } = new("as documented", [.. ReadOnly, .. NoRights]);

    public static RunVariant AsRoot { get; } = new("it is started as root", [.. Documented.Options, "--user", "0"]);

    public static RunVariant WritableRoot { get; } = new("it is started with a writable root", NoRights);

    public static RunVariant WithCapabilities { get; } = new("it is started with the engine's own capabilities", ReadOnly);

    /// <summary>The model's address is one where nobody is: the last setting of a variable counts.</summary>
    public static RunVariant WithoutModel { get; } = new(
        "the model is not there", [.. Documented.Options, "--env", "OPENAI_BASE_URL=http://127.0.0.1:9/v1"]);

    public static RunVariant WithSecondPort { get; } = new("a second proxy listens in it", Documented.Options)
    {
        Beside = new(["PORT=9999"], "serve"),
    };

    /// <summary>There is no shell that could run it.</summary>
    public static RunVariant WithoutHealth { get; } = new(
        "its health check cannot run", [.. Documented.Options, "--health-cmd", "/nothing"]);

    /// <summary>The address is one of those that are nobody's (RFC 5737).</summary>
    public static RunVariant WithSecondConnection { get; } = new("it connects to another server", Documented.Options)
    {
        Beside = new(["HOST=192.0.2.1", "PORT=9"], "health"),
    };

    public static RunVariant WithBallast { get; } = new("it holds 180 MB of requests", Documented.Options) { HeldRequests = 6 };

    /// <summary>A signal that no program minds.</summary>
    public static RunVariant WithoutSignal { get; } = new("it does not hear that it shall end", [.. Documented.Options, "--stop-signal", "SIGURG"]);

    /// <summary>Those that are wrong.</summary>
    public static ImmutableArray<RunVariant> Wrong { get; } =
    [
        AsRoot, WritableRoot, WithCapabilities, WithoutModel, WithSecondPort, WithoutHealth, WithSecondConnection, WithBallast, WithoutSignal,
    ];

    /// <summary>Another process of the image in the same container; null when there is none.</summary>
    public SecondProcess? Beside { get; init; }

    /// <summary>How many requests of 30 MB are begun and never finished.</summary>
    public int HeldRequests { get; init; }
}

/// <summary>The proxy, started once more in its own container.</summary>
/// <param name="Environment">NAME=value.</param>
internal sealed record SecondProcess(ImmutableArray<string> Environment, string Command);
