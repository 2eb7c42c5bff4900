using System.Formats.Tar;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Images.Reading;

/// <summary>The offset of each file in a tar, so that files can be read in any order without unpacking.</summary>
internal sealed class TarIndex
{
    /// <summary>Old <c>docker save</c> shares equal layers by links; a longer chain is a loop.</summary>
    private const int LongestLinkChain = 8;

    private readonly Dictionary<string, (long Offset, long Length, string? Link)> _entries = new(StringComparer.Ordinal);

    private TarIndex(string file, string path) => (File, Path) = (file, path);

    /// <summary>The tar itself.</summary>
    public string File { get; }

    /// <summary>As the user gave it; names the archive in errors.</summary>
    public string Path { get; }

    /// <summary>Without a leading slash, in the order of the archive.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    public static TarIndex Read(string file, string path) =>
        ImageErrors.Translate(path, "the archive", () =>
        {
            var index = new TarIndex(file, path);
            using var stored = System.IO.File.OpenRead(file);
            using var reader = new TarReader(stored);
            while (reader.GetNextEntry() is { } entry)
                index.Add(entry, stored.Length);

            return index;
        });

    public bool Contains(string name) => _entries.ContainsKey(name);

    /// <summary>Opens a file, through links; errors name the archive.</summary>
    public Stream Open(string name)
    {
        var (offset, length) = Resolve(name);
        var stored = System.IO.File.OpenRead(File);
        stored.Position = offset;
        return new BoundedStream(stored, length);
    }

    public long Length(string name) => Resolve(name).Length;

    private (long Offset, long Length) Resolve(string name)
    {
        var target = name;
        for (var hop = 0; hop < LongestLinkChain; hop++)
        {
            if (!_entries.TryGetValue(target, out var entry))
                throw ImageErrors.Damaged(Path, $"{name} is missing");
            if (entry.Link is null)
                return (entry.Offset, entry.Length);

            target = entry.Link;
        }

        throw ImageErrors.Damaged(Path, $"{name} is a link that leads nowhere");
    }

    private void Add(TarEntry entry, long archiveLength)
    {
        if (entry.Name.StartsWith('/') || entry.Name.Split('/').Contains(".."))
            throw ImageErrors.Damaged(Path, $"its entry {entry.Name} leads out of the archive");

        var name = ImagePath.Normalise(entry.Name)![1..];
        if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
            AddFile(name, entry, archiveLength);
        else if (entry.EntryType is TarEntryType.SymbolicLink)
            _entries[name] = (0, 0, Target(ImagePath.Join(ImagePath.Parent("/" + name), entry.LinkName), entry));
        else if (entry.EntryType is TarEntryType.HardLink)
            _entries[name] = (0, 0, Target(entry.LinkName, entry));
    }

    private void AddFile(string name, TarEntry entry, long archiveLength)
    {
        if (entry.Length > 0 && entry.Length > archiveLength - entry.DataOffset)
            throw ImageErrors.Damaged(Path, $"it ends inside {name}");

        _entries[name] = (entry.DataOffset, entry.Length, null);
    }

    private string Target(string link, TarEntry entry) =>
        ImagePath.Normalise(link)?[1..] ?? throw ImageErrors.Damaged(Path, $"its link {entry.Name} leads out of the archive");
}
