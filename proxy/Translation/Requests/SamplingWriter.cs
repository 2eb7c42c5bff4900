using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Writes <c>temperature</c> and <c>top_p</c>, which both APIs name as Anthropic does.</summary>
internal static class SamplingWriter
{
    /// <summary>Models that reason refuse both, and some others one of them.</summary>
    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        var (fixedTemperature, fixedTopP) = (route.Refuses(RequestOption.Temperature), route.Refuses(RequestOption.TopP));
        Write(ref json, ",\"temperature\":"u8, "temperature", request.Temperature, route.Reasons || fixedTemperature, lost);
        Write(ref json, ",\"top_p\":"u8, "top_p", request.TopP, route.Reasons || fixedTopP, lost);
    }

    private static void Write(ref JsonWriter json, ReadOnlySpan<byte> member, string name, JsonValue number, bool isFixed, Degradation lost)
    {
        if (!number.IsPresent)
            return;
        // 1 is what such a model uses anyway.
        if (isFixed && !number.In(json.Source).SequenceEqual("1"u8))
            lost.Lose(name);
        if (isFixed)
            return;
        json.Raw(member);
        json.Value(number);
    }
}
