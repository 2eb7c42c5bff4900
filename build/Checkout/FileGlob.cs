using System.Text;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Checkout;

/// <summary>A pattern of files: <c>*</c> and <c>?</c> within a name, <c>**</c> across folders.</summary>
internal sealed class FileGlob
{
    private readonly Regex _pattern;

    /// <param name="root">Folder to which a relative glob belongs.</param>
    public FileGlob(string root, string glob)
    {
        var path = Path.GetFullPath(Path.Combine(root, glob)).Replace('\\', '/');
        var wildcard = path.IndexOfAny(['*', '?']);
        Folder = path[..path.LastIndexOf('/', wildcard < 0 ? path.Length - 1 : wildcard)] + "/";
        _pattern = new Regex(ToRegex(path), RegexOptions.CultureInvariant);
    }

    /// <summary>The deepest folder that holds all matches.</summary>
    public string Folder { get; }

    public bool Matches(string file) => _pattern.IsMatch(file.Replace('\\', '/'));

    private static string ToRegex(string glob)
    {
        var regex = new StringBuilder("^");
        for (var at = 0; at < glob.Length; at++)
        {
            if (string.CompareOrdinal(glob, at, "**/", 0, 3) == 0)
            {
                regex.Append("(?:.*/)?");
                at += 2;
            }
            else
            {
                regex.Append(glob[at] switch { '*' => "[^/]*", '?' => "[^/]", var other => Regex.Escape(other.ToString()) });
            }
        }

        return regex.Append("\\z").ToString();
    }
}
