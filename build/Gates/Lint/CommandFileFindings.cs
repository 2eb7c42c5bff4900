using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates.Lint;

/// <summary>
/// The commands of compose files, workflows, actions and devcontainers, held against the own rules; a file that cannot be read is a finding.
/// </summary>
internal sealed record CommandFileFindings(ImmutableArray<string> Files, ImmutableArray<Finding> Findings)
{
    public static CommandFileFindings None { get; } = new([], []);

    public static CommandFileFindings Find(ConfigurationInputs inputs, LintConfiguration configuration) => new(
        inputs.Paths,
        [
            .. inputs.Files.SelectMany(file => OwnFindings.Find(file, configuration)).Distinct(),
            .. inputs.Problems.Where(problem => !problem.IsNamed).Select(problem => BuiltInLinter.Refused(
                problem.Place.File!, problem.Place.Line ?? 1, $"The file's commands cannot be judged: {SecretMask.Apply(problem.Why)}")),
        ]);
}
