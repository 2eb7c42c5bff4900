using System.Collections.Frozen;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Images.Facts;

/// <summary>Paths of what builds leave behind.</summary>
internal static class LeftoverNames
{
    private static readonly (string Folder, string Kind)[] Folders =
    [
        ("/tmp/", "a temporary file"),
        ("/var/tmp/", "a temporary file"),
        ("/var/lib/apt/lists/", "lists of packages"),
        ("/var/cache/apt/", "a cache of packages"),
        ("/var/cache/apk/", "a cache of packages"),
        ("/etc/apk/cache/", "a cache of packages"),
        ("/var/cache/dnf/", "a cache of packages"),
        ("/var/cache/libdnf5/", "a cache of packages"),
        ("/var/cache/yum/", "a cache of packages"),
        ("/var/cache/zypp/", "a cache of packages"),
        ("/var/cache/pacman/", "a cache of packages"),
        ("/var/cache/debconf/", "a cache of answers to installers"),
        ("/var/log/", "a log"),
        ("/go/pkg/mod/cache/", "a cache of modules"),
    ];

    /// <summary>Of a home folder, wherever that is.</summary>
    private static readonly string[] HomeCaches =
    [
        "/.cache/", "/.npm/", "/.yarn/cache/", "/.pnpm-store/", "/.cargo/registry/", "/.m2/repository/", "/.gradle/caches/", "/.nuget/packages/",
        "/.bundle/cache/", "/.composer/cache/",
    ];

    private static readonly FrozenSet<string> Versioning = new[] { ".git", ".svn", ".hg", ".bzr", "CVS" }.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Names = Kinds(
        ("the history of a shell or client",
        [
            ".bash_history", ".ash_history", ".sh_history", ".zsh_history", ".python_history", ".node_repl_history", ".mysql_history",
            ".psql_history", ".sqlite_history", ".rediscli_history", ".irb_history", ".viminfo", ".lesshst", ".wget-hsts",
        ]),
        ("a file of a desktop", [".DS_Store", "Thumbs.db", "desktop.ini"]),
        ("a file of a build",
        [
            "Dockerfile", "Containerfile", ".dockerignore", "docker-compose.yml", "docker-compose.yaml", ".gitignore", ".gitattributes",
        ]));

    private static readonly (string Kind, string[] Endings)[] Endings =
    [
        ("an editor's backup", ["~", ".swp", ".swo"]),
        ("a backup", [".orig", ".bak", ".old", ".dpkg-old", ".dpkg-new", ".rpmsave", ".rpmnew"]),
        ("a rejected patch", [".rej"]),
        ("a file of a build", [".o", ".gcda", ".gcno"]),
        ("debug symbols", [".pdb", ".dbg"]),
        ("a dump of a process", [".dmp"]),
    ];

    /// <summary>Distributions ship some of these as parts of packages, by names that only look like leftovers.</summary>
    private static readonly string[] Shipped = ["/usr/share/", "/usr/lib/", "/usr/include/", "/usr/src/", "/var/lib/dpkg/", "/lib/", "/nix/store/"];

    /// <param name="path">Absolute path of a file in the image.</param>
    /// <param name="size">Bytes: an empty log or lock is nothing.</param>
    /// <returns>What it is left over from; null for any other file.</returns>
    public static string? FindKind(string path, long size)
    {
        foreach (var (folder, kind) in Folders)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal))
                return size > 0 || kind == "a temporary file" ? kind : null;
        }

        foreach (var cache in HomeCaches)
        {
            if (path.Contains(cache, StringComparison.Ordinal))
                return "a cache of a home folder";
        }

        if (path.Split('/').SkipLast(1).Any(Versioning.Contains))
            return "version control";
        return Shipped.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) ? null : FindByName(ImagePath.Name(path));
    }

    private static string? FindByName(string name)
    {
        if (Names.TryGetValue(name, out var kind))
            return kind;
        foreach (var (what, endings) in Endings)
        {
            foreach (var ending in endings)
            {
                if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal))
                    return what;
            }
        }

        return null;
    }

    private static FrozenDictionary<string, string> Kinds(params (string Kind, string[] Names)[] kinds) =>
        kinds.SelectMany(kind => kind.Names.Select(name => KeyValuePair.Create(name, kind.Kind))).ToFrozenDictionary();
}
