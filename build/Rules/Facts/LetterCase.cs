namespace ContainerSecurity.Rules.Facts;

/// <summary>Whether a text has letters of one case only; what is no letter counts for both.</summary>
internal static class LetterCase
{
    public static bool IsLower(string text) => !text.Any(char.IsUpper);

    public static bool IsUpper(string text) => !text.Any(char.IsLower);
}
