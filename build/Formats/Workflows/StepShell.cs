using System.Collections.Immutable;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>
/// A shell that may run a step, as the runner starts it (GitHub's documentation, "Workflow syntax", <c>jobs.*.steps[*].shell</c>): a program of a
/// known name, or a command line in which <c>{0}</c> is the script's file. Without a name it is PowerShell on Windows, <c>sh</c> in a container, else
/// bash.
/// </summary>
/// <param name="StopsAtErrors">It is started with <c>-e</c>, or stops by itself.</param>
/// <param name="StopsInPipes">A failure anywhere in a pipe counts: <c>-o pipefail</c>.</param>
internal sealed record StepShell(ScriptLanguage Language, bool StopsAtErrors, bool StopsInPipes)
{
    private static readonly StepShell PowerShell = new(ScriptLanguage.PowerShell, true, false);
    private static readonly StepShell UnnamedBash = new(ScriptLanguage.Shell, true, false);

    public static ImmutableArray<StepShell> Of(WorkflowStep step) => step.Shell is { } named
        ? [.. PossibleTexts.Of(named, step.Job).DefaultIfEmpty("").Select(Read).Distinct()]
        : Unnamed(step);

    private static StepShell Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => new(ScriptLanguage.Other, false, false),
            ["bash"] => new(ScriptLanguage.Shell, true, true),
            ["sh"] => UnnamedBash,
            ["pwsh" or "powershell"] => PowerShell,
            _ => new(
                ScriptFile.LanguageOfProgram(words[0]),
                words.Any(word => HasOption(word, 'e', "errexit")),
                words.Any(word => word == "pipefail")),
        };
    }

    private static bool HasOption(string word, char letter, string name) =>
        word == name || (word.Length > 1 && word[0] == '-' && word[1] != '-' && word.Contains(letter, StringComparison.Ordinal));

    private static ImmutableArray<StepShell> Unnamed(WorkflowStep step)
    {
        var runner = step.Job.Runner;
        if (step.Job.IsOfAction || !runner.MayBeWindows || step.Job.Value["container"] is not null)
            return [UnnamedBash];
        var condition = step.Value["if"]?.Text ?? "";
        if (runner.IsWindows || IsOnly(condition, "==", "'windows'"))
            return [PowerShell];
        return IsOnly(condition, "!=", "'windows'") || IsOnly(condition, "==", "'linux'") || IsOnly(condition, "==", "'macos'")
            ? [UnnamedBash]
            : [UnnamedBash, PowerShell];
    }

    /// <summary><c>if: runner.os == 'Windows'</c> and its like say for which machines a step is.</summary>
    private static bool IsOnly(string condition, string sign, string system) =>
        condition.Contains(sign, StringComparison.Ordinal) && condition.Contains(system, StringComparison.OrdinalIgnoreCase);
}
