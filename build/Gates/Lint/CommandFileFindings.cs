using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates.Lint;

/// <summary>
/// The commands of compose files, workflows, actions and devcontainers, and of the script files that these name, held against the own rules; a file
/// that cannot be read is a finding.
/// </summary>
internal sealed record CommandFileFindings(ImmutableArray<string> Files, ImmutableArray<Finding> Findings)
{
    public static CommandFileFindings None { get; } = new([], []);

    public static CommandFileFindings Find(ConfigurationInputs inputs, RepositoryFiles repository, LintConfiguration configuration)
    {
        ImmutableArray<Script> named =
            [.. new NamedScripts(new RepositoryText(repository.Root)).Find(inputs.Files.SelectMany(file => file.Scripts))];
        return new CommandFileFindings(
            [.. inputs.Paths, .. named.Select(script => script.Place.File!)],
            [
                .. inputs.Files.SelectMany(file => OwnFindings.Find(file, configuration)).Distinct(),
                .. named.SelectMany(script => OwnFindings.Find(script, configuration)),
                .. inputs.Problems.Where(problem => !problem.IsNamed).Select(problem => BuiltInLinter.Refused(
                    problem.Place.File!, problem.Place.Line ?? 1, $"The file's commands cannot be judged: {SecretMask.Apply(problem.Why)}")),
            ]);
    }
}
