namespace ClaudeCodeProxy.Compression;

/// <summary>The content codings that can be undone, by their names in the header <c>content-encoding</c> (RFC 9110, 8.4).</summary>
internal static class ContentCodings
{
    public const string Names = "gzip, deflate, br";

    /// <summary>More is no honest message, and each multiplies the work.</summary>
    private const int MaxCodings = 4;

    private const int MaxNameLetters = 40;

    /// <summary>Lists the codings of a header in the order in which they are undone. Throws <see cref="UnknownCodingException"/>.</summary>
    public static IReadOnlyList<string> Read(string? header)
    {
        if (string.IsNullOrEmpty(header))
            return [];
        var codings = new List<string>();
        foreach (var entry in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var coding = entry.ToLowerInvariant();
            if (coding == "identity")
                continue;
            if (coding is not ("gzip" or "x-gzip" or "deflate" or "br") || codings.Count == MaxCodings)
                throw new UnknownCodingException(entry[..Math.Min(entry.Length, MaxNameLetters)]);
            codings.Insert(0, coding);
        }

        return codings;
    }

    /// <param name="coding">One that <see cref="Read"/> gave.</param>
    public static ContentDecoder Create(string coding) => coding switch
    {
        "br" => new BrotliContentDecoder(),
        "deflate" => new ZlibDecoder(),
        _ => new GzipDecoder(),
    };
}
