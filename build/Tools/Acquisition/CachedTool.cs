using System.Security.Cryptography;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>One tool in the cache: <c>tools/NAME/VERSION/DIGEST/</c> holds what came from one source. A folder is complete or it is not there.</summary>
/// <param name="Folder">Absolute.</param>
/// <param name="ExecutableName">File name of the executable.</param>
/// <param name="Origin">The source whose digests decide.</param>
internal sealed record CachedTool(string Folder, string ExecutableName, ToolOrigin Origin)
{
    private const string Advice = "The cache was changed after the tool was fetched. Delete that folder and run again; if it happens twice, find out who writes there.";

    public string Executable => Path.Combine(Folder, ExecutableName);

    /// <summary>Kept only where the executable's own digest is not pinned; also where a file fetched by hand is put for a machine without network.</summary>
    public string Archive => Path.Combine(Folder, Origin.FileName);

    /// <summary>Digest of the executable as it was taken from the verified archive, in the form that <c>sha256sum --check</c> reads.</summary>
    public string Record => Path.Combine(Folder, $"{ExecutableName}.sha256");

    /// <summary>The executable's digest comes from the archive, because none is pinned.</summary>
    public bool NeedsArchive => Origin is { Member: not null, ExecutableSha256: null };

    public bool IsInstalled => File.Exists(Executable);

    /// <summary>Hashes the executable, and where its digest is not pinned the archive it came from; done before each run.</summary>
    /// <exception cref="ToolFailedException">Something in the cache is not what was put there.</exception>
    public void Verify() => Expected().Verify(Executable, Executable, Advice);

    /// <summary>One line of a <c>sha256sum</c> file.</summary>
    public string RecordLine(PinnedDigest executable) => $"{executable.Hex}  {ExecutableName}\n";

    private PinnedDigest Expected() =>
        Origin.Member is null ? Origin.Digest
        : Origin.ExecutableSha256 is { } pinned ? new PinnedDigest(HashAlgorithmName.SHA256, pinned)
        : FromArchive();

    // The record alone proves nothing: whoever can swap the executable can swap the record. The archive is held against the lock file.
    private PinnedDigest FromArchive()
    {
        if (!File.Exists(Archive) || !File.Exists(Record))
            throw new ToolFailedException($"{Folder} lacks '{Path.GetFileName(Archive)}' or '{Path.GetFileName(Record)}', so {ExecutableName} cannot be verified and was not run. {Advice}");
        Origin.Digest.Verify(Archive, Archive, Advice);
        var executable = ArchiveMember.Read(Archive, Origin.Entry!, PinnedDigest.ComputeSha256);
        if (File.ReadAllText(Record) != RecordLine(executable))
            throw new ToolFailedException($"{Record} does not name the executable of {Archive}; nothing was run. {Advice}");
        return executable;
    }
}
