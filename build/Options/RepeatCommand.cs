using ContainerSecurity.Processes;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Options;

/// <summary>The command line that repeats a run, as one line that a POSIX shell takes, for reports.</summary>
internal static class RepeatCommand
{
    /// <summary>They say where results go, what is printed and who signs, and change nothing of what is judged.</summary>
    private static readonly string[] LeftOut = ["--output", "--baseline", "--signing-key", "--verbosity", "-v"];

    public static string Of(IReadOnlyList<string> arguments)
    {
        var kept = new List<string> { "./build.sh" };
        for (var index = 0; index < arguments.Count; index++)
        {
            if (!LeftOut.Contains(arguments[index].Split('=')[0], StringComparer.Ordinal))
                kept.Add(SecretMask.Apply(CommandText.MaskUsers(arguments[index])));
            else if (!arguments[index].Contains('=', StringComparison.Ordinal))
                index++;
        }

        return CommandText.Join(kept);
    }
}
