using System.Collections.Immutable;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Hadolint.Facts;

/// <summary>Whether yum and dnf are told which versions to install.</summary>
internal static class RpmPackages
{
    /// <summary>The RUNs that install something without a version.</summary>
    /// <param name="others">Sub-commands after which no packages follow.</param>
    public static IEnumerable<int> Unpinned(LintedFile file, ImmutableArray<string> programs, string[] others)
    {
        var variables = new StageVariables();
        foreach (var instruction in file.Instructions)
        {
            variables.See(instruction);
            if (instruction.Keyword != "RUN")
                continue;
            var installs = instruction.Commands.Where(command => programs.Any(program => command.Runs(program, "install"))).ToList();
            var packages = installs.Where(command => !command.Arguments.Intersect(others).Any()).SelectMany(Named);
            var modules = installs.Where(command => command.Arguments.Contains("module")).SelectMany(Named);
            if (packages.Any(package => !IsPinned(package, variables)) || modules.Any(module => !module.Contains(':')))
                yield return instruction.Line;
        }
    }

    private static IEnumerable<string> Named(ShellCommand install) => install.Operands().Where(word => word is not ("install" or "module"));

    // name-version, where some part of the version begins with a digit.
    private static bool IsPinned(string package, StageVariables variables)
    {
        var parts = package.Split('-')[1..];
        if (parts.Length == 0 || package.EndsWith(".rpm", StringComparison.Ordinal))
            return parts.Length > 0;
        return package.Contains('$')
            ? variables.AreUsedIn(package)
            : parts.All(part => part.All(IsOfVersion)) && parts.Any(part => part.Length > 0 && char.IsDigit(part[0]));
    }

    private static bool IsOfVersion(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '~' or '^' or '_' or ':' or '+';
}
