using System.Collections.Frozen;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Images.Building;

/// <summary>What the built-in builder can execute; checked before anything is executed.</summary>
internal static class InstructionSupport
{
    private static readonly FrozenDictionary<string, string[]> FlagsOf = new Dictionary<string, string[]>
    {
        ["ARG"] = [],
        ["CMD"] = [],
        ["COPY"] = ["chmod", "chown"],
        ["ENTRYPOINT"] = [],
        ["ENV"] = [],
        ["EXPOSE"] = [],
        ["FROM"] = [],
        ["HEALTHCHECK"] = ["interval", "timeout", "start-period", "retries"],
        ["LABEL"] = [],
        ["USER"] = [],
        ["WORKDIR"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Throws when the instruction, one of its flags or its form is not supported.</summary>
    public static void Check(Instruction instruction)
    {
        if (!FlagsOf.TryGetValue(instruction.Keyword, out var flags))
        {
            throw Refused(
                "the built-in builder does not execute this instruction",
                "Do it before the build and COPY the result, or move it to a stage that an engine builds. Executed are "
                + $"{string.Join(", ", FlagsOf.Keys.Order(StringComparer.Ordinal))}.");
        }

        if (instruction.Flags.FirstOrDefault(flag => !flags.Contains(flag.Name)) is { } unknown)
        {
            var known = flags.Length == 0 ? "no flag" : string.Join(", ", flags.Select(flag => $"--{flag}"));
            throw Refused($"the built-in builder does not execute the flag --{unknown.Name}", $"It knows {known} here.");
        }

        if (!instruction.HereDocuments.IsEmpty)
            throw Refused("the built-in builder does not execute here-documents", "Put the text into a file and copy that.");
    }

    private static RefusedInstructionException Refused(string message, string help) => new(BuildRule.CS1, message, help);
}
