using System.Text.Json.Serialization;

namespace Proxy.Tests.Documentation.WireNames;

/// <summary>What becomes of a name on its way through the proxy to another provider, or back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WireNameFate>))]
internal enum WireNameFate
{
    /// <summary>Said in the words of the other side.</summary>
    [JsonStringEnumMemberName("translated")]
    Translated,

    /// <summary>Left out and named in <c>x-proxy-degraded</c>; refused in strict mode.</summary>
    [JsonStringEnumMemberName("reported")]
    Reported,

    /// <summary>Left out without a word: nobody misses it.</summary>
    [JsonStringEnumMemberName("dispensable")]
    Dispensable,

    /// <summary>An error to the client.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>Only for Anthropic's own API, which gets it unchanged.</summary>
    [JsonStringEnumMemberName("passed through")]
    PassedThrough,

    /// <summary>The proxy asks no provider for it and gives it to no client.</summary>
    [JsonStringEnumMemberName("not sent")]
    NotSent,
}
