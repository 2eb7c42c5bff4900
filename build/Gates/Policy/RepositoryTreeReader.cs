using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Checkout.Ignoring;
using ContainerSecurity.Findings;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates.Policy;

/// <summary>Walks a repository as git would, without asking git: what is judged is what the repository's own files say.</summary>
/// <param name="root">The repository.</param>
/// <param name="output">The build's own results, wherever they were put.</param>
internal sealed class RepositoryTreeReader(string root, string output)
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<IgnorePattern>>.Builder _patterns =
        ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<IgnorePattern>>(StringComparer.Ordinal);

    private readonly SecretReader _reader = new();
    private readonly List<string> _files = [];
    private GitIgnoreRules _rules = new(ImmutableSortedDictionary<string, ImmutableArray<IgnorePattern>>.Empty);

    public RepositoryTree Read(CancellationToken cancellation)
    {
        Walk("", cancellation);
        _files.Sort(StringComparer.Ordinal);
        return new([.. _files], _rules) { Secrets = [.. _files.SelectMany(SecretsIn)] };
    }

    private void Walk(string folder, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var directory = new DirectoryInfo(Path.Combine(root, folder));
        LearnPatterns(folder);
        foreach (var item in directory.EnumerateFileSystemInfos())
        {
            var path = folder.Length == 0 ? item.Name : $"{folder}/{item.Name}";
            var isLink = item.LinkTarget is not null;
            if (item.Name == ".git" || item.FullName == output || _rules.IsIgnored(path, item is DirectoryInfo && !isLink))
                continue;
            if (item is DirectoryInfo && !isLink)
                Walk(path, cancellation);
            // Pipes and sockets have no length either, and to open one can take forever.
            else if (!isLink && item is FileInfo { Length: > 0 })
                _files.Add(path);
        }
    }

    private void LearnPatterns(string folder)
    {
        var file = new FileInfo(Path.Combine(root, folder, ".gitignore"));
        if (!file.Exists)
            return;
        _patterns[folder] = IgnorePatternParser.Parse(File.ReadAllText(file.FullName));
        _rules = new(_patterns.ToImmutable());
    }

    private IEnumerable<SecretInText> SecretsIn(string path)
    {
        using var content = File.OpenRead(Path.Combine(root, path));
        return [.. _reader.Read(content).Select(match => new SecretInText(match.Rule.Title, Place.At(path, match.Line ?? 1)))];
    }
}
