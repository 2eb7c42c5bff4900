using System.Text.RegularExpressions;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>The variables that a step's program sees: those that the runner sets, then those of the workflow.</summary>
internal static partial class DefaultVariables
{
    public static Choice Choose(string name, ValueScope scope) => name switch
    {
        "GITHUB_HEAD_REF" => new Choice(Chooser.Stranger, name),
        "GITHUB_REF" or "GITHUB_REF_NAME" or "GITHUB_BASE_REF" => new Choice(scope.Job.Workflow.Reference, name),
        _ => scope.OfVariable(name),
    };

    /// <summary>The system sets it, or the runner.</summary>
    public static bool IsOfMachine(string name) => MachineName().IsMatch(name);

    [GeneratedRegex(
        "^((GITHUB|RUNNER|ACTIONS|AGENT|XDG|LC|VSINSTALL|JAVA_HOME|GOROOT|PROGRAMFILES|ANDROID)(_.*|DIR)?|HOME|PATH|PWD|OLDPWD|USER|USERNAME|USERPROFILE|LOGNAME"
        + "|SHELL|TMPDIR|TEMP|TMP|APPDATA|LOCALAPPDATA|LANG|CI|OSTYPE|HOSTNAME|IFS|EUID|UID|RANDOM|SECONDS|LINENO|BASH.*|IMAGEOS|PROGRAMDATA|SYSTEMROOT|WINDIR"
        + "|COMSPEC|PATHEXT|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex MachineName();
}
