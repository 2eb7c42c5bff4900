using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>pip's cache stays in the layer.</summary>
internal static class DL3042
{
    private static readonly string[] Truths = ["1", "true", "True", "TRUE", "on", "On", "ON", "yes", "Yes", "YES"];

    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAllAndTriggers(
        "DL3042",
        Severity.Medium,
        "Keep the cache out of the image: `pip install --no-cache-dir`.",
        Caching);

    private static IEnumerable<int> Caching(LintedFile file)
    {
        var switchedOff = new StageMemory();
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == "FROM")
                switchedOff.Enter(instruction.BaseImage);
            else if (instruction.Keyword == "ENV" && Truths.Contains(instruction.Pairs.FirstOrDefault(pair => pair.Name == "PIP_NO_CACHE_DIR").Value))
                switchedOff.Set();
            else if (instruction.Keyword == "RUN" && !switchedOff.IsSet && Caches(instruction))
                yield return instruction.Line;
        }
    }

    private static bool Caches(LintedInstruction run) =>
        !SwitchesOff(run.Script.Text)
        && run.Commands.Any(command => Pip.Installs(command) && !command.Arguments.Contains("--no-cache-dir") && !Pip.IsWrapped(command))
        && !run.HasTemporary(".cache/pip");

    private static bool SwitchesOff(string script)
    {
        const string Variable = "PIP_NO_CACHE_DIR=";
        var at = script.IndexOf(Variable, StringComparison.Ordinal);
        return at >= 0 && Truths.Any(truth => script.AsSpan(at + Variable.Length).StartsWith(truth, StringComparison.Ordinal));
    }
}
