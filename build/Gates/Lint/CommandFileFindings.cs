using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates.Lint;

/// <summary>The commands of workflows, actions and devcontainers, held against the own rules; a file that cannot be read is a finding.</summary>
internal sealed record CommandFileFindings(ImmutableArray<string> Files, ImmutableArray<Finding> Findings)
{
    public static CommandFileFindings None { get; } = new([], []);

    public static CommandFileFindings Find(RepositoryFiles repository, LintConfiguration configuration)
    {
        var texts = new RepositoryText(repository.Root);
        var files = repository.Named
            .Where(file => ConfigurationFileNames.KindOf(file) is not (null or ConfigurationFileKind.Compose))
            .Order(StringComparer.Ordinal)
            .ToImmutableArray();
        return new CommandFileFindings(files, [.. files.SelectMany(file => Judge(texts, file, configuration))]);
    }

    private static IEnumerable<Finding> Judge(RepositoryText texts, string path, LintConfiguration configuration)
    {
        try
        {
            return OwnFindings.Find(ConfigurationFileReader.Read(ConfigurationFileNames.KindOf(path)!.Value, path, texts.Read(path)), configuration);
        }
        catch (Exception unreadable) when (unreadable is InputException or IOException or UnauthorizedAccessException)
        {
            var line = (unreadable as InputException)?.Line ?? 1;
            return [BuiltInLinter.Refused(path, line, $"The file's commands cannot be judged: {SecretMask.Apply(unreadable.Message)}")];
        }
    }
}
