using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>What one reading of the checkout found.</summary>
/// <param name="Unread">Files that could not be opened: nobody knows what is in them.</param>
internal sealed record TreeSecrets(ImmutableArray<Finding> Findings, ImmutableArray<string> Unread)
{
    private const string Help = "Take it out of the file, revoke the key, and give it to the program at run time.";

    public static TreeSecrets Read(string root, TreeFiles files, CancellationToken cancellation)
    {
        var reader = new SecretReader();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var unread = ImmutableArray.CreateBuilder<string>();
        foreach (var path in files.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                // A pipe or socket has no length, and to open one can take forever.
                var file = new FileInfo(Path.Combine(root, path));
                if (file.Length == 0)
                    continue;

                using var content = file.OpenRead();
                findings.AddRange(reader.Read(content).Select(match => Finding(match, path)));
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

        return new TreeSecrets(findings.ToImmutable(), unread.ToImmutable());
    }

    private static Finding Finding(SecretMatch match, string path) => new()
    {
        RuleId = match.Rule.Id,
        Severity = match.Rule.Severity,
        Message = $"{match.Rule.Title} in {path}.",
        File = path,
        Line = match.Line,
        Help = Help,
    };
}
