namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>Whether a mode, <c>0755</c> or <c>u+x</c>, lets somebody run a file.</summary>
internal static class FileRights
{
    public static bool IsExecutable(string mode) => mode.Length > 0 && mode.All(char.IsAsciiDigit)
        ? mode.Length < 3 || mode[^3..].Any(digit => (digit - '0') % 2 == 1)
        : mode.Split(',').Any(GivesExecution);

    private static bool GivesExecution(string part)
    {
        var at = part.AsSpan().IndexOfAny('+', '=');
        return at >= 0 && part.AsSpan(at + 1).IndexOfAny('x', 'X') >= 0;
    }
}
