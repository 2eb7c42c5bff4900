namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>Something that a command brought from the network; every file, variable and stream that holds it refers to it.</summary>
/// <param name="program">What fetched it.</param>
/// <param name="address">As far as it is known; variables as <c>${NAME}</c>.</param>
/// <param name="born">Its place in the order of downloads.</param>
internal sealed class Download(string program, string address, int born)
{
    public string Program => program;

    public string Address => address;

    public int Born => born;

    /// <summary>A repository, which a commit pins.</summary>
    public bool IsClone { get; init; }

    /// <summary>Said of one file of it already.</summary>
    public bool IsReported { get; set; }

    /// <summary>What has been compared, where the walk stands.</summary>
    public Trust Trust { get; set; }

    /// <summary>Scheme and host: who gives this can give what lies beside it.</summary>
    public string Place => field ??= PlaceOf(address);

    private static string PlaceOf(string address)
    {
        var host = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = address.IndexOf('/', host);
        return end < 0 ? address : address[..end];
    }
}

/// <summary>How far a download can be relied on.</summary>
internal enum Trust
{
    None,

    /// <summary>Compared with a digest that comes from the same place: it arrived whole.</summary>
    SamePlace,

    /// <summary>Compared with what is written here, or signed.</summary>
    Full,
}

/// <summary>What is known of a download on one way through a script.</summary>
internal sealed class Fact(Download download, Trust trust)
{
    public Download Download => download;

    public Trust Trust => trust;

    public override bool Equals(object? obj) => obj is Fact other && ReferenceEquals(other.Download, download) && other.Trust == trust;

    public override int GetHashCode() => download.Born;
}
