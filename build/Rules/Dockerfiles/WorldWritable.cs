using System.Buffers;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>What everybody may write, a process that should not can replace.</summary>
internal static partial class WorldWritable
{
    private static readonly SearchValues<string> Words = SearchValues.Create(["chmod", "mkdir", "install"], StringComparison.OrdinalIgnoreCase);

    public static Rule<CommandSource> Rule { get; } = new(
        "CS1009",
        Severity.Medium,
        "Everybody may write to a file or folder.",
        "Give it to the one user or group that writes: `chown`, `chmod g+w`, `COPY --chown`.")
    {
        Check = source =>
        [
            .. source.EachInstruction(Fault),
            .. source.EachCommand(Words, Fault),
        ],
    };

    private static string? Fault(Instruction instruction) =>
        instruction.Flags.FirstOrDefault(flag => flag.Name == "chmod" && IsOpen(flag.Value ?? "")) is { } flag
            ? $"{instruction.Keyword} --chmod={flag.Value}"
            : null;

    private static string? Fault(SourceCommand command)
    {
        var effective = command.Effective;
        return ModesOf(effective).FirstOrDefault(IsOpen) is { } mode ? $"{effective.Name} {mode}" : null;
    }

    private static IEnumerable<string> ModesOf(EffectiveCommand command)
    {
        var words = command.Arguments.Select(word => word.Text).ToList();
        return command.Name switch
        {
            // `-w` and its like take rights away.
            "chmod" => words.Where(word => !word.StartsWith('-')).Take(1),
            "mkdir" or "install" => words.Zip(words.Skip(1)).Where(pair => pair.First is "-m" or "--mode").Select(pair => pair.Second)
                .Concat(words.Select(word => JoinedMode().Match(word)).Where(match => match.Success).Select(match => match.Groups["mode"].Value)),
            _ => [],
        };
    }

    private static bool IsOpen(string mode) => Octal().IsMatch(mode) || mode.Split(',').Any(part => Symbolic().IsMatch(part));

    // The sticky bit (1777) keeps others from removing what is not theirs.
    [GeneratedRegex("^(0*[0246])?[0-7]?[0-7][2367]$")]
    private static partial Regex Octal();

    [GeneratedRegex("^[ug]*[ao][ugoa]*[+=][rxXst]*w")]
    private static partial Regex Symbolic();

    [GeneratedRegex("^(-m|--mode=)(?<mode>.+)$")]
    private static partial Regex JoinedMode();
}
