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
            : words.Zip(words.Skip(1)).Any(pair => pair is { First: "--allow", Second: "security.insecure" })
                ? $"{ProgramTable.NameOf(words[0])} with --allow security.insecure"
            : null;
    }

    private static bool IsUnconfined(string word) =>
        word is "--privileged" or "--privileged=true" or "--allow=security.insecure"
            || (word.Contains("docker.sock", StringComparison.Ordinal) && word.Contains(':'));
}
