using ContainerSecurity.Findings;

namespace ContainerSecurity.Releasing.Writing;

/// <summary>Writes <c>VERIFY.md</c>: how anybody checks a release with nothing but sha256sum, openssl and jq.</summary>
internal static class VerificationGuide
{
    private const string Resource = "verify-guide.md";

    /// <summary>Parts of the text that hold for a release that is signed, or for one that is not.</summary>
    private const string Signed = "<!-- signed -->";
    private const string Unsigned = "<!-- unsigned -->";
    private const string End = "<!-- end -->";

    /// <param name="keyId">Of the key that signed; null for a release that nobody signed.</param>
    public static string Write(ReleaseNames names, string? keyId)
    {
        using var stream = typeof(VerificationGuide).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return Without(Marked(text, keyId is null ? Unsigned : Signed), keyId is null ? Signed : Unsigned)
            .Replace("{version}", names.Version, StringComparison.Ordinal)
            .Replace("{key}", keyId, StringComparison.Ordinal);
    }

    private static string Marked(string text, string mark) => Rewrite(text, mark, part => part);

    private static string Without(string text, string mark) => Rewrite(text, mark, _ => "");

    private static string Rewrite(string text, string mark, Func<string, string> change)
    {
        for (var start = text.IndexOf(mark + "\n", StringComparison.Ordinal); start >= 0; start = text.IndexOf(mark + "\n", StringComparison.Ordinal))
        {
            var inner = start + mark.Length + 1;
            var end = text.IndexOf(End + "\n", inner, StringComparison.Ordinal);
            if (end < 0)
                throw new InputException($"{Resource}: `{mark}` has no `{End}`.");
            text = text[..start] + change(text[inner..end]) + text[(end + End.Length + 1)..];
        }

        return text;
    }
}
