using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Claims;

/// <summary>AS-5.1: the proxy's safety check stays on, and the agent asks for it.</summary>
internal static class CheckedActions
{
    private const string Help = "Remove it: without a check the agent in auto mode does whatever the model says.";
    private static readonly string[] Skipping = ["--dangerously-skip-permissions", "--allow-dangerously-skip-permissions"];

    public static readonly Claim Claim = new("AS-5.1", "Checked Actions", facts =>
    [
        .. Subjects.DevContainers(facts, container => Check(facts, container)),
        .. facts.Scripts.Concat(facts.Stages.SelectMany(ProductScripts.InStage)).SelectMany(Check),
    ]);

    private static IEnumerable<Observation> Check(PolicyFacts facts, DevContainer container)
    {
        var variables = facts.VariablesOf(container);
        return Subjects.HeldUnless(
            from variable in variables
            where IsOff(variable.Name, variable.Value)
            select new Observation.Broken($"{variable.Name}={variable.Value} in {variable.Source} switches the safety check off", variable.Place, Help),
            () => $"{container.Path}: none of {variables.Count} variables switches the safety check off");
    }

    private static IEnumerable<Observation> Check(Script script)
    {
        foreach (var command in script.Shell.Commands)
        {
            if (FaultOf(command) is { } what)
                yield return new Observation.Broken($"{script.What}: {what}", script.PlaceOf(command.Line), Help);
        }
    }

    private static string? FaultOf(ShellCommand command)
    {
        foreach (var (name, value, _) in Assignments.Find(command))
        {
            if (IsOff(name, value))
                return $"{name}={value} switches the safety check off";
        }

        return command.Arguments.FirstOrDefault(Skipping.Contains) is { } option ? $"{option} lets the agent act without any check" : null;
    }

    private static bool IsOff(string name, string? value) => (name, value?.Trim('"', '\'').ToLowerInvariant()) is
        ("PROXY_SAFEGUARDS", "off") or ("CLAUDE_CODE_AUTO_MODE_SERVER", "0" or "false");
}
