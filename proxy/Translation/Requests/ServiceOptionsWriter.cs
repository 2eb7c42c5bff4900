using System.Security.Cryptography;
using System.Text;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Writes who asks, in which conversation, and how soon: options that both APIs name alike.</summary>
internal static class ServiceOptionsWriter
{
    private const int CacheKeyLength = 32;

    public static void Write(ref JsonWriter json, MessagesRequest request, Route route, Degradation lost)
    {
        if (!request.UserId.IsEmpty && !route.Refuses(RequestOption.User))
            WriteUser(ref json, request.UserId);
        if (request.Session is { Length: > 0 } session && !route.Refuses(RequestOption.PromptCacheKey))
            WriteCacheKey(ref json, session);
        if (!request.IsFast)
            return;
        if (route.Refuses(RequestOption.ServiceTier))
            lost.Lose("speed");
        else
            json.Raw(",\"service_tier\":\"priority\""u8);
    }

    /// <summary>OpenAI takes 64 characters; Claude Code's ids are longer and name the account, so that their hash is sent.</summary>
    private static void WriteUser(ref JsonWriter json, JsonText userId)
    {
        json.Raw(",\"user\":"u8);
        if (userId.Length <= ChatCompletions.MaxUserLength)
            json.Text(userId);
        else
            json.Text(Hash(userId.ToString(json.Source)));
    }

    /// <summary>OpenAI keeps requests with the same key where their prompt is cached already.</summary>
    private static void WriteCacheKey(ref JsonWriter json, string session)
    {
        json.Raw(",\"prompt_cache_key\":"u8);
        json.Text(Hash(session)[..CacheKeyLength]);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
