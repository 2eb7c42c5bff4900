using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Gates.Policy;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>What to type next for a gate that did not pass: the quickest run that shows whether it is mended.</summary>
internal static partial class NextCommand
{
    /// <param name="command">What repeats the whole run.</param>
    /// <returns>Null for a gate that passed.</returns>
    public static string? For(GateResult gate, string command) => gate switch
    {
        { Verdict: Verdict.Pass } => null,
        { Engine: "none" } or { Verdict: Verdict.Incomplete, Name: not PolicyGate.Name } => "./build.sh --target=Tools",
        { Name: LintGate.Name } => Aim(command, "Lint"),
        { Name: PolicyGate.Name } => Aim(command, "Verify"),
        _ => command,
    };

    private static string Aim(string command, string target) =>
        Target().IsMatch(command) ? Target().Replace(command, $" --target={target}", 1) : $"{command} --target={target}";

    [GeneratedRegex(" --target[= ]\\S+")]
    private static partial Regex Target();
}
