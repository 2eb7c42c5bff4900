using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Dockerfiles.Words;

namespace ContainerSecurity.Images.Building;

/// <summary>Ends the execution of one instruction; the builder turns it into a finding.</summary>
internal sealed class RefusedInstructionException(BuildRule rule, string message, string help) : Exception(message)
{
    private const string WordHelp = "Use $NAME, ${NAME}, ${NAME:-default}, ${NAME:+alternative} or ${NAME:?message}, and close every quote.";

    /// <summary>Ends the execution of a step with a word that no builder can read.</summary>
    public static void ThrowIfUnreadable(BuildStep step)
    {
        if (step.Arguments.Concat(step.Flags.Values).FirstOrDefault(word => word.Fault is not null) is { } unreadable)
            throw Unreadable(unreadable.Written, unreadable.Fault!);
    }

    public static RefusedInstructionException Unreadable(string word, WordFault fault) => fault switch
    {
        WordFault.Unset(var name, var message) => new(BuildRule.CS3, $"{name} is not set: {message}", $"Give {name} a value."),
        WordFault.Unclosed(var missing) => new(BuildRule.CS1, $"`{word}` has no closing `{missing}`", WordHelp),
        _ => new(BuildRule.CS1, $"`{word}` uses a substitution that the built-in builder does not know", WordHelp),
    };

    public Finding ToFinding(string file, Instruction instruction) => new()
    {
        RuleId = rule.ToString(),
        Severity = Severity.High,
        Message = $"{instruction.Keyword}: {Message}",
        File = file,
        Line = instruction.Line,
        Help = help,
    };
}

/// <summary>Why the built-in builder refuses an instruction.</summary>
internal enum BuildRule
{
    /// <summary>An instruction, flag or form that it does not execute.</summary>
    CS1 = 1,

    /// <summary>A COPY source that is not in the build context.</summary>
    CS2,

    /// <summary>A value that is invalid or would be misunderstood.</summary>
    CS3,
}
