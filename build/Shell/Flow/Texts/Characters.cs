namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>Tests of all characters of a text, without an enumerator.</summary>
internal static class Characters
{
    public static bool All(string text, Func<char, bool> test)
    {
        foreach (var character in text)
        {
            if (!test(character))
                return false;
        }

        return true;
    }
}
