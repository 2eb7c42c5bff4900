using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Images.Building;

/// <summary>Ends the execution of one instruction; the builder makes a finding of it.</summary>
internal sealed class RefusedInstructionException(BuildRule rule, string message, string help) : Exception(message)
{
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

    /// <summary>A value that means nothing, or something else than it says.</summary>
    CS3,
}
