using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Hadolint;

/// <summary>The configuration that holds for a run, and where it came from.</summary>
/// <param name="File">Relative to the repository root; null where there is none and the defaults hold.</param>
internal sealed record LintConfigurationSource(LintConfiguration Configuration, string? File)
{
    // The suite's own name first; Hadolint itself looks only for the hidden ones.
    private static readonly string[] Names = ["hadolint.yaml", ".hadolint.yaml", ".hadolint.yml"];

    /// <param name="asked">From <c>--hadolint-config</c>; must be there.</param>
    /// <param name="rules">Names of rules that may stand where a code does.</param>
    /// <exception cref="InputException">Not there, not readable, not YAML, or with something unknown in it.</exception>
    public static LintConfigurationSource Read(string root, string? asked, IReadOnlySet<string> rules)
    {
        if ((asked ?? Names.FirstOrDefault(candidate => IsThere(Path.Combine(root, candidate)))) is not { } name)
            return new LintConfigurationSource(new LintConfiguration(), null);
        try
        {
            return new LintConfigurationSource(LintConfigurationFile.Parse(name, BoundedFile.ReadText(name, Path.Combine(root, name)), rules), name);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{name} cannot be read: {unreadable.Message} Name another with --hadolint-config.", unreadable);
        }
    }

    // What is there and no file, such as a link that leads nowhere, is an error, not a reason for the defaults.
    private static bool IsThere(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
