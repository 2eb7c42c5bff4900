using System.Collections.Immutable;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Configuration.Upstreams;

/// <summary>A header that an upstream is sent with every request, because the configuration says so.</summary>
internal sealed class UpstreamHeader(string name, string value)
{
    public string Name => name;

    public string Value => value;

    /// <summary>Those that name who asks: an upstream that has one needs no key.</summary>
    private static readonly string[] Credentials = ["Authorization", "api-key", "x-api-key"];

    /// <summary>The connection's own (RFC 9110, 7.6.1), and the host, which is the base URL's.</summary>
    private static readonly string[] Reserved =
    [
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding",
        "Upgrade", "Expect", "Host",
    ];

    public bool IsCredential => Names(Credentials, Name);

    /// <summary>Reads <c>Name: value, Name: value</c>.</summary>
    public static ImmutableArray<UpstreamHeader> ReadAll(Settings settings, Variable variable)
    {
        var headers = ImmutableArray.CreateBuilder<UpstreamHeader>();
        foreach (var part in (settings.Find(variable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var header = Parse(part, variable);
            if (headers.Any(other => Names([other.Name], header.Name)))
                throw Bad(variable, $"names {header.Name} twice");
            headers.Add(header);
        }

        return headers.ToImmutable();
    }

    /// <summary>Values may be secrets.</summary>
    public override string ToString() => Name;

    private static UpstreamHeader Parse(string text, Variable variable)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            throw Bad(variable, "holds a part that is not a header (a value cannot hold a comma)");
        var (name, value) = (text[..colon].Trim(), text[(colon + 1)..].Trim());
        if (name.Length == 0 || !name.All(IsTokenCharacter))
            throw Bad(variable, "holds a name that no header has");
        if (Names(Reserved, name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            throw Bad(variable, $"names {name}, which the proxy sets itself");
        if (!value.All(character => character is >= ' ' and <= '~'))
            throw Bad(variable, $"gives {name} a character that no header can carry");
        return new UpstreamHeader(name, value);
    }

    private static bool Names(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsTokenCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal);

    private static ConfigurationException Bad(Variable variable, string why) => new($"{variable.Name} {why}. Write it as Name: value, Name: value.");
}
