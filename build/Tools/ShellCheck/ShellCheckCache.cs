using System.Security.Cryptography;
using System.Text;
using ContainerSecurity.Checkout;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.ShellCheck;

/// <summary>
/// What one installed ShellCheck said about texts, kept by their content. Another program, even one of the same version, has a file of its own: it is
/// told by its path and by what the file system says of it. An entry that is damaged counts as none, and so does a folder that others may write to.
/// </summary>
/// <param name="folder">Of the suite's cache; null keeps nothing.</param>
internal sealed class ShellCheckCache(string? folder)
{
    private const int MostEntries = 50_000;
    private const int LongestEntry = 64 * 1024;
    private const int KeyLength = 64;
    private const int MostBytes = 64 * BoundedFile.MiB;
    private const string VersionKey = "version";

    private readonly Lazy<string?> _file = new(() => FileOf(folder));

    /// <summary>The entries that this run asked for or got.</summary>
    private readonly Dictionary<string, string> _used = [];
    private SortedLines? _kept;
    private bool _changed;

    public static ShellCheckCache None => new(null);

    /// <summary>The version of the program, as it said when it was asked; null when that is not known.</summary>
    public string? Version
    {
        get => Get(VersionKey);
        set => Set(VersionKey, value!);
    }

    /// <param name="text">What is judged, its first line included, which names the shell.</param>
    /// <returns>Comments as JSON; null when the text has not been judged.</returns>
    public string? Get(string text)
    {
        if (_file.Value is not { } file)
            return null;
        var key = KeyOf(text);
        if (_used.TryGetValue(key, out var entry))
            return entry;
        _kept ??= Read(file);
        return _kept.Find(key) is { } line && EntryOf(file, line) is { } kept ? _used[key] = kept : null;
    }

    /// <param name="comments">One line of JSON.</param>
    public void Set(string text, string comments)
    {
        if (_file.Value is null || comments.Length > LongestEntry)
            return;
        (_used[KeyOf(text)], _changed) = (comments, true);
    }

    /// <summary>The entries of this run stay longest.</summary>
    public void Save()
    {
        if (!_changed || _file.Value is not { } file)
            return;
        _kept ??= Read(file);
        var lines = _used.Select(entry => Line(file, entry.Key, entry.Value))
            .Concat(_kept.All.Where(line => EntryOf(file, line) is not null && !_used.ContainsKey(line[..KeyLength])));
        try
        {
            AtomicOutput.File(file, SortedLines.Create(lines.Take(MostEntries)).Content);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // Nothing is lost: the next run asks again.
        }
    }

    private static SortedLines Read(string file)
    {
        try
        {
            return new SortedLines(File.Exists(file) ? BoundedFile.ReadOrNull(file, MostBytes) ?? [] : []);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // As if it were not there.
            return new SortedLines([]);
        }
    }

    /// <returns>Null for a line that is damaged.</returns>
    private static string? EntryOf(string file, string line) =>
        line.Length > 2 * KeyLength && line == Line(file, line[..KeyLength], line[(2 * KeyLength)..]) ? line[(2 * KeyLength)..] : null;

    /// <summary>A key, a digest of the line, the entry.</summary>
    private static string Line(string file, string key, string entry) => $"{key}{Hash($"{Path.GetFileName(file)}\n{key}\n{entry}")}{entry}";

    /// <summary>With other arguments it says something else.</summary>
    private static string KeyOf(string text) => Hash($"{ShellCheckCommand.Settings}\n{text}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? FileOf(string? folder)
    {
        if (folder is null || ExecutableFile.Find(ShellCheckCommand.Executable) is not { } program)
            return null;
        try
        {
            // What it links to is what runs.
            var real = File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program;
            if (FileStamp.Read(real) is not { } stamp || WorldWritable.Find(PrivateFolder.Create(folder), folder) is not null)
                return null;
            return Path.Combine(folder, $"{Hash($"{real}\n{stamp}")[..32]}.txt");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
