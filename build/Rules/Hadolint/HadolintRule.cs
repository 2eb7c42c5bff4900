using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The kinds of rules that Hadolint has.</summary>
internal static class HadolintRule
{
    /// <summary>A rule about single instructions.</summary>
    public static Rule<LintedFile> Each(string id, Severity severity, string message, Func<LintedInstruction, bool> isBad) =>
        OverAll(id, severity, message, file => file.Instructions.Where(isBad).Select(bad => bad.Line));

    /// <summary>A rule about what RUN runs, triggered or not.</summary>
    public static Rule<LintedFile> EachRun(string id, Severity severity, string message, Func<LintedInstruction, bool> isBad) =>
        EachAndTriggers(id, severity, message, instruction => instruction.Keyword == "RUN" && isBad(instruction));

    /// <summary>A rule about single instructions, those after ONBUILD too.</summary>
    public static Rule<LintedFile> EachAndTriggers(string id, Severity severity, string message, Func<LintedInstruction, bool> isBad) =>
        OverAllAndTriggers(id, severity, message, file => file.Instructions.Where(isBad).Select(bad => bad.Line));

    /// <summary>A rule that must remember earlier instructions.</summary>
    public static Rule<LintedFile> OverAll(string id, Severity severity, string message, Func<LintedFile, IEnumerable<int>> badLines) =>
        OverAll(id, severity, message, file => badLines(file).Select(line => new Hit(line)));

    /// <summary>A rule that must remember earlier instructions, and runs once more over those after ONBUILD.</summary>
    public static Rule<LintedFile> OverAllAndTriggers(string id, Severity severity, string message, Func<LintedFile, IEnumerable<int>> badLines) =>
        OverAll(id, severity, message, file => badLines(file).Concat(badLines(file.Triggered)));

    /// <summary>A rule that words each finding itself.</summary>
    public static Rule<LintedFile> OverAll(string id, Severity severity, string message, Func<LintedFile, IEnumerable<Hit>> check) =>
        new(id, severity, message, HadolintCode.HelpFor(id)) { Check = check };

    /// <summary>A rule about labels of the schema, which names the label.</summary>
    public static Rule<LintedFile> EachLabel(string id, string message, LabelType? type, Func<string, bool> isBad) =>
        OverAll(id, Severity.Medium, $"A label {message}", file =>
            from instruction in file.Instructions
            where instruction.Keyword == "LABEL"
            from schema in file.Settings.LabelSchema
            where type is null || schema.Value == type
            where instruction.Pairs.Any(pair => pair.Name == schema.Key && isBad(pair.Value))
            select new Hit(instruction.Line) { Message = $"The label `{schema.Key}` {message}" });
}
