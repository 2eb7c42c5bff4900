using System.Collections.Immutable;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>The texts of a step that become part of a program: run by a shell, or given to an action that runs them.</summary>
internal static class ProgramInputs
{
    /// <summary>Inputs that actions run, from their documentation; names in lower case.</summary>
    private static readonly ImmutableDictionary<string, string[]> Known = new Dictionary<string, string[]>
    {
        ["actions/github-script"] = ["script"],
        ["addnab/docker-run-action"] = ["run"],
        ["amadevus/pwsh-script"] = ["script"],
        ["appleboy/ssh-action"] = ["script"],
        ["azure/cli"] = ["inlinescript"],
        ["azure/powershell"] = ["inlinescript"],
        ["cardinalby/js-eval-action"] = ["expression"],
        ["devcontainers/ci"] = ["runcmd"],
        ["garygrossgarten/github-action-ssh"] = ["command"],
        ["gautamkrishnar/blog-post-workflow"] = ["item_exec"],
        ["jannekem/run-python-script-action"] = ["script"],
        ["mikefarah/yq"] = ["cmd"],
        ["nick-fields/retry"] = ["command", "new_command_on_retry", "on_retry_command"],
        ["nick-invision/retry"] = ["command", "new_command_on_retry", "on_retry_command"],
        ["paramt/url-checker"] = ["script"],
        ["reactivecircus/android-emulator-runner"] = ["script", "pre-emulator-launch-script"],
        ["sergeysova/jq-action"] = ["cmd"],
        ["devorbitus/yq-action-output"] = ["cmd"],
        ["uraimo/run-on-arch-action"] = ["run", "install", "setup"],
        ["vmactions/freebsd-vm"] = ["run", "prepare"],
        ["cross-platform-actions/action"] = ["run"],
    }.ToImmutableDictionary();

    /// <summary>Names under which any other action is likely to take a program.</summary>
    private static readonly string[] Likely = ["script", "inlinescript", "inline-script", "run", "command", "commands", "cmd"];

    /// <returns>Each text, and whether it is certain that it is run.</returns>
    public static IEnumerable<(LocatedValue Text, bool IsCertain)> Find(WorkflowStep step)
    {
        if (step.Run is { } run)
            yield return (run, true);
        if (step.Shell is { } shell)
            yield return (shell, true);
        if (step.Action is not { } action)
            yield break;
        var known = Known.GetValueOrDefault(action);
        foreach (var input in step.Value["with"]?.Members ?? [])
        {
            var name = input.Name.ToLowerInvariant();
            if (input.Value.Text is not null && (known ?? Likely).Contains(name))
                yield return (input.Value, known is not null);
        }
    }
}
