using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules;

/// <summary>A rule: its public code, how bad breaking it is, what to do instead, and a pure check over the facts.</summary>
internal sealed record LintRule(string Code, LintLevel Level, string Message)
{
    public required Func<LintedFile, IEnumerable<LintHit>> Check { get; init; }

    /// <summary>Whether it also judges the instructions that ONBUILD triggers, as a sequence of their own.</summary>
    public bool SeesTriggers { get; init; }

    /// <summary>A rule about single instructions.</summary>
    public static LintRule Each(string code, LintLevel level, string message, Func<LintedInstruction, bool> isBad) =>
        new(code, level, message) { Check = file => file.Instructions.Where(isBad).Select(bad => new LintHit(bad.Line)) };

    /// <summary>A rule about what RUN runs, triggered or not.</summary>
    public static LintRule EachRun(string code, LintLevel level, string message, Func<LintedInstruction, bool> isBad) =>
        EachAndTriggers(code, level, message, instruction => instruction.Keyword == "RUN" && isBad(instruction));

    /// <summary>A rule about single instructions, those after ONBUILD too.</summary>
    public static LintRule EachAndTriggers(string code, LintLevel level, string message, Func<LintedInstruction, bool> isBad) =>
        Each(code, level, message, isBad) with { SeesTriggers = true };

    /// <summary>A rule that must remember earlier instructions.</summary>
    public static LintRule OverAll(string code, LintLevel level, string message, Func<LintedFile, IEnumerable<int>> badLines) =>
        new(code, level, message) { Check = file => badLines(file).Select(line => new LintHit(line)) };

    /// <summary>A rule that must remember earlier instructions, and runs once more over those after ONBUILD.</summary>
    public static LintRule OverAllAndTriggers(string code, LintLevel level, string message, Func<LintedFile, IEnumerable<int>> badLines) =>
        OverAll(code, level, message, badLines) with { SeesTriggers = true };

    /// <summary>A rule about labels of the schema, which names the label.</summary>
    public static LintRule EachLabel(string code, string message, LabelType? type, Func<string, bool> isBad) =>
        new(code, LintLevel.Warning, $"A label {message}")
        {
            Check = file =>
                from instruction in file.Instructions
                where instruction.Keyword == "LABEL"
                from schema in file.Settings.LabelSchema
                where type is null || schema.Value == type
                where instruction.Pairs.Any(pair => pair.Name == schema.Key && isBad(pair.Value))
                select new LintHit(instruction.Line, $"The label `{schema.Key}` {message}"),
        };
}
