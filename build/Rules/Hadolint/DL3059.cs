using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Each RUN is a layer.</summary>
internal static class DL3059
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3059",
        Severity.Low,
        "Two short RUN follow each other; join them with `&&`.",
        Consecutive);

    private static IEnumerable<int> Consecutive(LintedFile file)
    {
        (string Flags, bool IsLong)? last = null;
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword != "RUN")
            {
                last = null;
                continue;
            }

            // Who joined commands with && chose to have several RUN.
            var (flags, isLong) = (FlagsOf(instruction), instruction.Commands.Length > 1);
            if (last is { } previous && previous.Flags == flags && !previous.IsLong && !isLong)
                yield return instruction.Line;
            else
                last = (flags, isLong);
        }
    }

    // The order of flags, and of options in a flag, makes no difference.
    private static string FlagsOf(LintedInstruction run) => string.Join(' ', run.Instruction.Flags
        .Select(flag => $"{flag.Name}={string.Join(',', (flag.Value ?? "").Split(',').Order())}")
        .Distinct()
        .Order());
}
