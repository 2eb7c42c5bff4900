using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Containers;

/// <summary>Reads <c>runArgs</c> as the engine's command line does: long and short, joined and apart.</summary>
internal static class RunOptionParser
{
    private static readonly HashSet<string> Flags =
    [
        "privileged", "publish-all", "init", "rm", "read-only", "interactive", "tty", "detach", "no-healthcheck", "oom-kill-disable", "sig-proxy",
        "disable-content-trust", "quiet", "use-api-socket", "help",
    ];

    private static readonly Dictionary<char, string> ShortNames = new()
    {
        ['p'] = "publish",
        ['P'] = "publish-all",
        ['v'] = "volume",
        ['e'] = "env",
        ['u'] = "user",
        ['w'] = "workdir",
        ['h'] = "hostname",
        ['l'] = "label",
        ['m'] = "memory",
        ['c'] = "cpu-shares",
        ['a'] = "attach",
        ['i'] = "interactive",
        ['t'] = "tty",
        ['d'] = "detach",
        ['q'] = "quiet",
    };

    public static ImmutableArray<RunOption> Parse(LocatedValue? arguments)
    {
        var words = new Queue<LocatedValue>(arguments?.Items ?? []);
        var options = ImmutableArray.CreateBuilder<RunOption>();
        while (words.TryDequeue(out var word))
        {
            var text = word.Text ?? "";
            if (text.StartsWith("--", StringComparison.Ordinal))
                options.Add(ParseLong(text[2..], word.Line, words));
            else if (text.StartsWith('-'))
                ParseShort(text[1..], word.Line, words, options);
        }
        return options.DrainToImmutable();
    }

    private static RunOption ParseLong(string text, int line, Queue<LocatedValue> words)
    {
        var pair = text.Split('=', 2);
        return pair.Length == 2 ? new(pair[0], pair[1], line) : new(text, Flags.Contains(text) ? null : ValueFrom(words), line);
    }

    /// <summary><c>-itp 80:80</c>: flags up to the first letter that takes a value, which is the rest or the next word.</summary>
    private static void ParseShort(string letters, int line, Queue<LocatedValue> words, ImmutableArray<RunOption>.Builder options)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var name = ShortNames.GetValueOrDefault(letters[i], letters[i].ToString());
            var rest = letters[(i + 1)..].TrimStart('=');
            if (!Flags.Contains(name))
            {
                options.Add(new(name, rest.Length > 0 ? rest : ValueFrom(words), line));
                return;
            }
            options.Add(new(name, null, line));
        }
    }

    /// <summary>What looks like an option is read as one, even behind a flag that is not known here: no option can hide behind another.</summary>
    private static string? ValueFrom(Queue<LocatedValue> words) =>
        words.TryPeek(out var next) && !LooksLikeOption(next.Text ?? "") && words.TryDequeue(out next) ? next.Text : null;

    private static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]);
}
