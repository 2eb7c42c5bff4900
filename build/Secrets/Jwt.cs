using System.Text;

namespace ContainerSecurity.Secrets;

/// <summary>JSON Web Tokens (RFC 7519) of documentations and of browsers are none that anybody must hide.</summary>
internal static class Jwt
{
    /// <summary>jwt.io's people, and the key that Supabase gives to every browser.</summary>
    private static readonly string[] Public = ["John Doe", "\"1234567890\"", "\"role\":\"anon\"", "Johny Johnson"];

    public static bool IsSecret(string token)
    {
        var parts = token.Split('.');
        var payload = Decode(parts[1]);
        return payload is not null && Decode(parts[0])?.Contains("\"alg\"", StringComparison.Ordinal) == true
            && !Public.Any(payload.Contains)
            && !Placeholder.IsToken(parts[2]);
    }

    private static string? Decode(string part)
    {
        var bytes = new byte[part.Length];
        var padded = part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }
}
