namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>Whether a mode, <c>0755</c> or <c>u+x</c>, lets somebody run a file.</summary>
internal static class FileRights
{
    public static bool IsExecutable(string mode) => mode.Length > 0 && Characters.All(mode, char.IsAsciiDigit)
        ? mode.Length < 3 || mode.AsSpan(mode.Length - 3).ContainsAny("13579")
        : Array.Exists(mode.Split(','), GivesExecution);

    private static bool GivesExecution(string part)
    {
        var at = part.AsSpan().IndexOfAny('+', '=');
        return at >= 0 && part.AsSpan(at + 1).IndexOfAny('x', 'X') >= 0;
    }
}
