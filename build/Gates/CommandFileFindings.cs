using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Linting;
using ContainerSecurity.Linting.OwnRules;
using ContainerSecurity.Scripts;
using ContainerSecurity.Secrets;
using ContainerSecurity.Sources;

namespace ContainerSecurity.Gates;

/// <summary>The commands of workflows, actions and devcontainers, held against the own rules; a file that cannot be read is a finding.</summary>
internal sealed record CommandFileFindings(ImmutableArray<string> Files, ImmutableArray<LintFinding> Findings)
{
    private const int MostBytes = 4 * 1024 * 1024;

    public static CommandFileFindings None { get; } = new([], []);

    public static CommandFileFindings Of(string root, LintConfiguration configuration)
    {
        var files = RepositoryFiles.Of(root)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(CommandFile.Is)
            .Order(StringComparer.Ordinal)
            .ToImmutableArray();
        return new CommandFileFindings(files, [.. files.SelectMany(file => Judge(root, file, configuration))]);
    }

    private static IEnumerable<LintFinding> Judge(string root, string path, LintConfiguration configuration)
    {
        try
        {
            return OwnFindings.Of(CommandFile.Parse(path, Read(root, path)), configuration);
        }
        catch (Exception unreadable) when (unreadable is InputException or IOException or UnauthorizedAccessException)
        {
            var line = (unreadable as InputException)?.Line ?? 1;
            return [new LintFinding(path, line, 1, BuiltInLinter.RefusedCode, LintLevel.Error, $"The file's commands cannot be judged: {SecretMask.Apply(unreadable.Message)}")];
        }
    }

    private static string Read(string root, string path)
    {
        if (RealPath.Of(root, path) is not { } real)
            throw new IOException("it is a link that leads out of the repository or nowhere.");
        var bytes = BoundedFile.Read(Path.Combine(root, real), MostBytes) ?? throw new IOException($"it is larger than {MostBytes / 1024 / 1024} MiB.");
        return Encoding.UTF8.GetString(bytes);
    }
}
