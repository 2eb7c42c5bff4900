using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates.Lint;

/// <summary>
/// The commands of workflows, actions and devcontainers, and of the script files that these name, held against the own rules; a file that cannot be
/// read is a finding.
/// </summary>
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
        var findings = ImmutableArray.CreateBuilder<Finding>();
        ImmutableArray<ConfigurationFile> read = [.. files.Select(file => Read(texts, file, findings)).OfType<ConfigurationFile>()];
        ImmutableArray<Script> named = [.. new NamedScripts(texts).Find(read.SelectMany(file => file.Scripts))];
        findings.AddRange(read.SelectMany(file => OwnFindings.Find(file, configuration)));
        findings.AddRange(named.SelectMany(script => OwnFindings.Find(script, configuration)));
        return new CommandFileFindings([.. files, .. named.Select(script => script.Place.File!)], findings.ToImmutable());
    }

    private static ConfigurationFile? Read(RepositoryText texts, string path, ImmutableArray<Finding>.Builder findings)
    {
        try
        {
            return ConfigurationFileReader.Read(ConfigurationFileNames.KindOf(path)!.Value, path, texts.Read(path));
        }
        catch (Exception unreadable) when (unreadable is InputException or IOException or UnauthorizedAccessException)
        {
            var line = (unreadable as InputException)?.Line ?? 1;
            findings.Add(BuiltInLinter.Refused(path, line, $"The file's commands cannot be judged: {SecretMask.Apply(unreadable.Message)}"));
            return null;
        }
    }
}
