using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>What one reading of files of the checkout found.</summary>
/// <param name="Unread">Files that could not be opened: nobody knows what is in them.</param>
internal sealed record TreeSecrets(ImmutableArray<(string Path, SecretMatch Match)> Found, ImmutableArray<string> Unread)
{
    private const string Help = "Take it out of the file, revoke the key, and give it to the program at run time.";

    public IEnumerable<Finding> Findings => Found.Select(found => new Finding
    {
        RuleId = found.Match.Rule.Id,
        Severity = found.Match.Severity,
        Message = $"{found.Match.Rule.Title} in {found.Path}.",
        File = found.Path,
        Line = found.Match.Line,
        Help = Help,
    });

    public static TreeSecrets Read(string root, IEnumerable<string> files, CancellationToken cancellation)
    {
        var reader = new SecretScanner();
        var found = ImmutableArray.CreateBuilder<(string, SecretMatch)>();
        var unread = ImmutableArray.CreateBuilder<string>();
        foreach (var path in files)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                // A pipe or socket has no length, and to open one can take forever.
                var file = new FileInfo(Path.Combine(root, path));
                if (file.Length == 0)
                    continue;

                using var content = file.OpenRead();
                found.AddRange(reader.Scan(content, SecretScopes.Of(path)).Select(match => (path, match)));
            }
            catch (FileNotFoundException)
            {
                // Gone since it was listed: an editor's or a build's temporary file.
            }
            catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
            {
                unread.Add(path);
            }
        }

        return new TreeSecrets(found.ToImmutable(), unread.ToImmutable());
    }
}
