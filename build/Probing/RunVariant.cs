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

    /// <summary>Those that are wrong.</summary>
    public static ImmutableArray<RunVariant> Wrong { get; } = [AsRoot, WritableRoot, WithCapabilities, WithoutModel];
}
