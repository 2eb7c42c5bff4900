using System.Security.Cryptography;
using System.Text;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Writes who asks: OpenAI takes 64 characters; Claude Code's ids are longer and name the account, so that their hash is sent.</summary>
internal static class UserIdWriter
{
    public static void Write(ref JsonWriter json, JsonText userId)
    {
        json.Raw(",\"user\":"u8);
        if (userId.Length <= ChatCompletions.MaxUserLength)
            json.Text(userId);
        else
            json.Text(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userId.ToString(json.Source)))));
    }
}
