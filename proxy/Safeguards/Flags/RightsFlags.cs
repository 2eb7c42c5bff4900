using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell.Flow;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Modes and owners that let others do what they should not.</summary>
internal sealed class RightsFlags(Scene scene)
{
    public void Look(ScriptWalk walk, Call call)
    {
        if (call.Name == "setcap")
            scene.Flag(FlagRules.RightsRaised, call);
        if (call.Name is not ("chmod" or "install" or "chown" or "chgrp"))
            return;
        var mode = call.Words.FirstOrDefault(static word => IsMode(word.Text))?.Text ?? "";
        if (SetsUser(mode))
            scene.Flag(FlagRules.RightsRaised, call, "lets everybody run a program with its owner's rights");
        foreach (var word in call.Words)
        {
            if (word.Text.StartsWith('-') || word.Text == mode || !word.Text.AsSpan().ContainsAny('/', '~', '.')
                || scene.Resolve(walk, word.Text) is not { } place || scene.Paths.IsTrusted(place) || place.Begins("/tmp/"))
            {
                continue;
            }

            if (call.Name == "chmod" && IsOpen(mode))
                scene.Flag(FlagRules.RightsRaised, call, $"opens {place} to everybody");
            else
                scene.Flag(FlagRules.WritesOutside, call, $"changes {place}, which lies outside of the trusted directories");
        }
    }

    private static bool IsMode(string text) => text.Length > 0
        && (!text.AsSpan().ContainsAnyExceptInRange('0', '7')
            || (text.AsSpan().ContainsAny('+', '=') && text.All(static letter => "ugoarwxXst+-=,".Contains(letter))));

    private static bool SetsUser(string mode) => mode.Length > 0 && (char.IsAsciiDigit(mode[0])
        ? mode.Length > 3 && ((mode[^4] - '0') & 6) != 0
        : mode.Has("+s") || mode.Has("=s") || (mode.Contains('s') && mode.Contains('+')));

    private static bool IsOpen(string mode) => mode.Length > 0 && (char.IsAsciiDigit(mode[0])
        ? ((mode[^1] - '0') & 2) != 0
        : mode.Has("o+") || mode.Has("a+") || mode.Has("+w") || mode.Has("ugo"));
}
