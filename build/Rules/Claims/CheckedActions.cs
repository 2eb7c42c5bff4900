using System.Collections.Immutable;
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

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "agent-checked",
            CheckSubject.Tree,
            "No variable of a devcontainer and no command switches the safety check of the agent's actions off.",
            facts =>
            [
                .. Subjects.DevContainers(facts, container => CheckContainer(facts, container)),
                .. facts.Scripts.Concat(facts.Stages.SelectMany(ProductScripts.InStage)).SelectMany(CheckScript),
            ])
        {
            Defects =
            [
                new Defect.InTree("the devcontainer sets PROXY_SAFEGUARDS=off", facts =>
                    TreeEdits.InDevContainer(facts, "remoteEnv.PROXY_SAFEGUARDS", "\"off\"")),
                new Defect.InTree("a script starts the agent without checks", _ =>
                    new FileEdit("planted.sh", _ => "#!/bin/sh\nclaude --dangerously-skip-permissions\n")),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckContainer(PolicyFacts facts, DevContainer container)
    {
        var variables = facts.VariablesOf(container);
        return Subjects.HeldUnless(
            from variable in variables
            where IsOff(variable.Name, variable.Value)
            let what = $"{variable.Name}={variable.Value} in {variable.Source} switches the safety check off"
            select new Observation.Broken(what, variable.Place, Help),
            () => $"{container.Path}: none of {variables.Count} variables switches the safety check off");
    }

    private static IEnumerable<Observation> CheckScript(Script script)
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
