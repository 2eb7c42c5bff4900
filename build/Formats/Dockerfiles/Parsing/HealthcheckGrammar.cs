using System.Globalization;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>What HEALTHCHECK takes: NONE, or CMD with a command, and intervals as Go writes durations.</summary>
internal static partial class HealthcheckGrammar
{
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Check(Instruction healthcheck) => healthcheck.Arguments switch
    {
        [] => "HEALTHCHECK has no argument; write CMD and a command, or NONE",
        ["NONE"] => null,
        ["NONE", ..] => "HEALTHCHECK NONE takes no argument",
        ["CMD"] => "HEALTHCHECK CMD has no command",
        ["CMD", ..] => healthcheck.Flags.Select(CheckFlag).FirstOrDefault(wrong => wrong is not null),
        _ => $"HEALTHCHECK knows CMD and NONE, not `{healthcheck.RawArguments[0]}`",
    };

    private static string? CheckFlag(InstructionFlag flag)
    {
        if (string.IsNullOrEmpty(flag.Value))
            return null;
        if (flag.Name == "retries")
        {
            return int.TryParse(flag.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var retries) && retries >= 0
                ? null
                : $"--retries is `{flag.Value}`; it must be a whole number, 0 or more";
        }

        // Zero means the default; less than a millisecond is refused.
        return Duration().IsMatch(flag.Value) && !TooShort().IsMatch(flag.Value)
            ? null
            : $"--{flag.Name} is `{flag.Value}`; it must be a duration of at least 1ms, such as 30s";
    }

    [GeneratedRegex(@"^\+?(0|([0-9]+(\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+\z")]
    private static partial Regex Duration();

    [GeneratedRegex(@"^\+?0*[1-9][0-9]{0,5}ns\z|^\+?0*[1-9][0-9]{0,2}(us|µs|μs)\z")]
    private static partial Regex TooShort();
}
