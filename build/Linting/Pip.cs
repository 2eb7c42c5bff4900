using ContainerSecurity.Dockerfiles.Shell;

namespace ContainerSecurity.Linting;

/// <summary>Knows pip by its names.</summary>
internal static class Pip
{
    public static bool Installs(ShellCommand command) =>
        (command.Name!.StartsWith("pip", StringComparison.Ordinal) && !command.Name.StartsWith("pipenv", StringComparison.Ordinal) && command.Arguments.Contains("install"))
        || (IsPython(command) && command.HasInSequence("-m", "pip", "install"));

    /// <summary>Whether pipx or pipenv is meant, which keep caches of their own.</summary>
    public static bool IsWrapped(ShellCommand command) => IsWrappedBy(command, "pipx") || IsWrappedBy(command, "pipenv");

    private static bool IsWrappedBy(ShellCommand command, string wrapper) =>
        command.Name!.Contains(wrapper, StringComparison.Ordinal) || (IsPython(command) && command.HasInSequence("-m", wrapper));

    private static bool IsPython(ShellCommand command) => command.Name!.StartsWith("python", StringComparison.Ordinal);
}
