namespace ContainerSecurity.Images;

/// <summary>One entry of a layer's tar.</summary>
internal sealed record LayerEntry
{
    /// <summary>Absolute path in the image, with <c>/</c>, normalised: <c>/etc/os-release</c>.</summary>
    public required string Path { get; init; }

    public required LayerEntryKind Kind { get; init; }

    /// <summary>Permission bits, setuid and setgid included: <c>0o755</c> = 493.</summary>
    public required int Mode { get; init; }

    public required int Uid { get; init; }

    public required int Gid { get; init; }

    /// <summary>Bytes; 0 unless a file.</summary>
    public long Size { get; init; }

    /// <summary>Whether an engine gives the file capabilities: root's powers without setuid (capabilities(7)).</summary>
    public bool HasCapabilities { get; init; }

    /// <summary>Target of a link, as stored.</summary>
    public string? LinkTarget { get; init; }

    /// <summary>The content of a file, else null. Valid until the next entry is read.</summary>
    public Stream? Content { get; init; }
}
