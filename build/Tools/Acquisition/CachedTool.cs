using System.Security.Cryptography;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>One tool in the cache: <c>tools/NAME/VERSION/DIGEST/</c> holds the files from one source. A folder is complete or absent.</summary>
/// <param name="Folder">Absolute.</param>
/// <param name="ExecutableName">File name of the executable.</param>
/// <param name="Origin">The source whose digests are checked.</param>
internal sealed record CachedTool(string Folder, string ExecutableName, ToolOrigin Origin)
{
    private const string Advice =
        "The cache was changed after the tool was fetched. Delete that folder and run again; if it happens twice, find out who writes there.";

    public string Executable => Path.Combine(Folder, ExecutableName);

    /// <summary>
    /// Kept only when the executable's own digest is not pinned; a file downloaded by hand for a machine without network goes here too.
    /// </summary>
    public string Archive => Path.Combine(Folder, Origin.FileName);

    /// <summary>Digest of the executable as it was taken from the verified archive, in the form that <c>sha256sum --check</c> reads.</summary>
    public string Record => Path.Combine(Folder, $"{ExecutableName}.sha256");

    /// <summary>Whether the executable's digest comes from the archive, because it is not pinned.</summary>
    public bool NeedsArchive => Origin is { Member: not null, ExecutableSha256: null };

    public bool IsInstalled => File.Exists(Executable);

    /// <summary>Hashes the executable, and its archive when the executable's digest is not pinned; called before each run.</summary>
    /// <exception cref="ToolFailedException">Something in the cache has been changed.</exception>
    public void Verify() => Expected().Verify(Executable, Executable, Advice);

    /// <summary>One line of a <c>sha256sum</c> file.</summary>
    public string RecordLine(PinnedDigest executable) => $"{executable.Hex}  {ExecutableName}\n";

    private PinnedDigest Expected() =>
        Origin.Member is null ? Origin.Digest
        : Origin.ExecutableSha256 is { } pinned ? new PinnedDigest(HashAlgorithmName.SHA256, pinned)
        : FromArchive();

    // The record alone proves nothing, because an attacker who can replace the executable can replace the record. The archive is checked against the
    // lock file.
    private PinnedDigest FromArchive()
    {
        if (!File.Exists(Archive) || !File.Exists(Record))
        {
            throw new ToolFailedException(
                $"{Folder} lacks '{Path.GetFileName(Archive)}' or '{Path.GetFileName(Record)}', so {ExecutableName} cannot be verified and was not "
                + $"run. {Advice}");
        }

        Origin.Digest.Verify(Archive, Archive, Advice);
        var executable = ArchiveMember.Read(Archive, Origin.Entry!, PinnedDigest.ComputeSha256);
        if (File.ReadAllText(Record) != RecordLine(executable))
            throw new ToolFailedException($"{Record} does not name the executable of {Archive}; nothing was run. {Advice}");
        return executable;
    }
}
