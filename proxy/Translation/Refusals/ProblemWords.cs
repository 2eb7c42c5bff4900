using ClaudeCodeProxy.Translation.Errors;

namespace ClaudeCodeProxy.Translation.Refusals;

/// <summary>Looks for words in an upstream's error.</summary>
internal static class ProblemWords
{
    private static readonly string[] Refusals =
    [
        "not support", "unsupported", "unrecognized", "unknown", "not permitted", "not allowed", "unexpected", "extra input", "extra_forbidden",
        "must be verified", "not available", "only the default", "incompatible", "no such", "not recognized", "not enabled",
    ];

    /// <summary>Words that mean something else when they stand without quotes.</summary>
    private static readonly string[] Everyday = ["stop", "stream", "user", "strict", "store", "include", "reasoning"];

    extension(UpstreamProblem problem)
    {
        /// <summary>It says that something is not known or not supported.</summary>
        public bool IsRefusal => problem.HasAny(Refusals) || Refusals.Any(word => Contains(problem.Kind.Replace('_', ' '), word));

        public bool Has(string words) => Contains(problem.Message, words);

        /// <summary>It is about this member of the request, or one inside it.</summary>
        public bool IsParam(string name) =>
            problem.Param.Equals(name, StringComparison.OrdinalIgnoreCase)
                || problem.Param.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase);

        /// <summary>Its words name this member of the request: as a word of its own, everyday words between quotes.</summary>
        public bool Names(string name)
        {
            if (problem.IsParam(name))
                return true;
            for (var at = Find(problem.Message, name, 0); at >= 0; at = Find(problem.Message, name, at + 1))
            {
                var (before, after) = (Letter(problem.Message, at - 1), Letter(problem.Message, at + name.Length));
                if ((IsQuote(before) && IsQuote(after)) || IsListed(problem.Message, at, name.Length))
                    return true;
                if (!Everyday.Contains(name) && !IsOfName(before) && !IsOfName(after))
                    return true;
            }

            return false;
        }

        /// <summary>The one is named before the other.</summary>
        public bool IsFirst(string one, string other) => Find(problem.Message, one, 0) < Find(problem.Message, other, 0);
    }

    private static int Find(string text, string word, int start) => text.IndexOf(word, start, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static char Letter(string text, int place) => place >= 0 && place < text.Length ? text[place] : ' ';

    /// <summary>"Unrecognized request argument supplied: user"</summary>
    private static bool IsListed(string text, int start, int length) =>
        Letter(text, start - 1) == ' ' && Letter(text, start - 2) is ':' or ',' && Letter(text, start + length) is ' ' or ',' or '.';

    private static bool IsQuote(char letter) => letter is '\'' or '"' or '`';

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_';
}
