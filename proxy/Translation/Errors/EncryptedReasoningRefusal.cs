namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>Recognises that a provider cannot decrypt the reasoning that came back to it: another account's, or one whose key is gone.</summary>
internal static class EncryptedReasoningRefusal
{
    public static bool Matches(int status, ReadOnlySpan<byte> body) =>
        status == 400 && UpstreamProblem.Read(body).Kind.Contains("invalid_encrypted_content", StringComparison.OrdinalIgnoreCase);
}
