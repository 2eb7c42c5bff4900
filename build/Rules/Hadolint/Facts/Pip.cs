using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Hadolint.Facts;

/// <summary>Knows pip by its names.</summary>
internal static class Pip
{
    public static bool Installs(ShellCommand command) =>
        (IsPip(command.Name!) && command.Arguments.Contains("install"))
        || (IsPython(command) && command.HasInSequence("-m", "pip", "install"));

    /// <summary>Whether pipx or pipenv is meant, which keep caches of their own.</summary>
    public static bool IsWrapped(ShellCommand command) => IsWrappedBy(command, "pipx") || IsWrappedBy(command, "pipenv");

    // pip3, pip3.12, pipx …
    private static bool IsPip(string name) =>
        name.StartsWith("pip", StringComparison.Ordinal) && !name.StartsWith("pipenv", StringComparison.Ordinal);

    private static bool IsWrappedBy(ShellCommand command, string wrapper) =>
        command.Name!.Contains(wrapper, StringComparison.Ordinal) || (IsPython(command) && command.HasInSequence("-m", wrapper));

    private static bool IsPython(ShellCommand command) => command.Name!.StartsWith("python", StringComparison.Ordinal);
}
