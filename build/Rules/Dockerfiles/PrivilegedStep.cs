using System.Buffers;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>A step with the rights of the host can change the host.</summary>
internal static class PrivilegedStep
{
    private static readonly string[] Engines = ["docker", "podman", "nerdctl", "buildah"];

    /// <summary>Options that give away the machine; the value may also be a word of its own.</summary>
    private static readonly string[] Rights =
    [
        "--privileged=true", "--allow=security.insecure", "--pid=host", "--userns=host", "--cap-add=ALL", "--cap-add=SYS_ADMIN",
        "--cap-add=CAP_SYS_ADMIN",
    ];

    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["docker", "podman", "nerdctl", "buildah"],
        StringComparison.OrdinalIgnoreCase);

    public static Rule<CommandSource> Rule { get; } = new(
        "CS1008",
        Severity.High,
        "A step gets rights over the machine that runs it.",
        "Run it without; give the one capability or device that is needed.")
    {
        Check = source =>
        [
            .. source.EachInstruction(Fault),
            .. source.EachCommand(Words, Fault),
        ],
    };

    private static string? Fault(Instruction instruction) =>
        instruction.Flags.FirstOrDefault(flag => flag is { Name: "security", Value: "insecure" } or { Name: "network", Value: "host" }) is { } flag
            ? $"{instruction.Keyword} --{flag.Name}={flag.Value}"
            : null;

    private static string? Fault(SourceCommand command)
    {
        var words = command.Written.Words
            .SkipWhile(word => !Engines.Contains(ProgramTable.NameOf(word.Text)))
            .Select(word => word.Text)
            .ToList();
        return words.Skip(1).FirstOrDefault(IsUnconfined) is { } word ? $"{ProgramTable.NameOf(words[0])} with {word}"
            : words.Zip(words.Skip(1)).FirstOrDefault(GivesRights) is { First: not null } pair
                ? $"{ProgramTable.NameOf(words[0])} with {pair.First} {pair.Second}"
            : null;
    }

    private static bool GivesRights((string Option, string Value) pair) =>
        Rights.Contains($"{pair.Option}={pair.Value}")
            || (pair.Option is "-v" or "--volume" && pair.Value.StartsWith("/:", StringComparison.Ordinal));

    private static bool IsUnconfined(string word) =>
        word is "--privileged" || Rights.Contains(word)
            || word.StartsWith("--volume=/:", StringComparison.Ordinal) || word.StartsWith("-v/:", StringComparison.Ordinal)
            || (word.Contains("docker.sock", StringComparison.Ordinal) && word.Contains(':'));
}
