namespace ContainerSecurity.Rules.Facts;

/// <summary>One port of an EXPOSE: <c>[[address:]host-port:]port[/protocol]</c>.</summary>
internal sealed record ExposedPort(string Written, bool HasHostPart, string Protocol)
{
    /// <summary>Every port that a builder reads, with the line of its EXPOSE.</summary>
    public static IEnumerable<(int Line, ExposedPort Port)> Of(DockerBuild build) =>
        from step in build.Steps
        where step.Keyword == "EXPOSE"
        from word in step.Words.SelectMany(word => word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        let port = Parse(word)
        where port is not null
        select (step.Line, port);

    private static ExposedPort? Parse(string written)
    {
        var colon = written.LastIndexOf(':');
        var slash = written.IndexOf('/', colon + 1);
        var protocol = slash < 0 ? "tcp" : written[(slash + 1)..];
        return protocol.ToLowerInvariant() is "" or "tcp" or "udp" or "sctp" ? new ExposedPort(written, colon > 0, protocol) : null;
    }
}
