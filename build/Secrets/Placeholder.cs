using System.Buffers;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Secrets;

/// <summary>Values that only hold the place of a secret: letters in a row, words that say so, templates, and keys of documentations.</summary>
internal static partial class Placeholder
{
    /// <summary>They say that something else belongs here. None stands in a key by chance: they are long, or have a sign at their edge.</summary>
    private static readonly SearchValues<string> Holding = Any(
        "example", "placeholder", "replaceme", "replace-me", "replace_me", "replace-with", "replace_with", "insert-", "insert_", "redacted",
        "your-", "your_", "-your", "_your", "yourapi", "yoursecret", "yourtoken", "yourkey", "yourpassword", "yourorg", "keyhere", "-here",
        "_here", "tokenhere", "secrethere", "passwordhere", "goeshere", "xxxxxx", "loremipsum", "notreal", "not-real", "not_real", "not-a-",
        "not_a_", "notasecret", "1234-1234", "paste-", "paste_", "enter-", "enter_", "set-me", "set_me", "setme", "fill-in", "fill_in", "fillme",
        "generate-", "generate_", "put-your", "put_your", "to-be-set", "to_be_", "goes-here");

    /// <summary>They say that nobody takes the value for a secret, though as a password it opens the door.</summary>
    private static readonly SearchValues<string> Tame = Any(
        "changeme", "change-me", "change_me", "changeit", "dummy-", "dummy_", "-dummy", "_dummy", "sample-", "sample_", "fake-", "fake_",
        "-fake", "_fake", "mock-", "mock_", "-mock", "_mock", "test-key", "test_key", "testkey", "test-token", "test_token", "testtoken",
        "test-api", "test_api", "test-secret", "test_secret", "api-key", "api_key", "mysecret", "my-secret", "my_secret", "my-token", "my_token",
        "my-api", "my_api", "mytoken", "some-secret", "some_secret", "some-token", "some_token", "super-secret", "super_secret", "supersecret",
        "deadbeef", "qwertyuiop", "invalid-", "invalid_", "-invalid", "_invalid", "-token", "_token", "-secret", "_secret", "-test", "_test",
        "secret-key", "secret_key", "-password", "_password");

    /// <param name="value">Without what every token of the kind begins with.</param>
    /// <param name="isLong">A key of many lines.</param>
    public static bool IsToken(ReadOnlySpan<char> value, bool isLong = false) =>
        isLong
            ? SecretShape.LongestRow(value) >= 20 || SecretShape.Entropy(value) < 4.0 || value.ContainsAny(Holding)
            : SecretShape.Entropy(value) < Math.Min(3.0, 0.62 * Math.Log2(value.Length))
                || SecretShape.LongestRow(value) >= SecretShape.UnlikelyRow(value)
                || SecretShape.SpellsAlphabet(value)
                || SecretShape.IsRepeated(value)
                || SecretShape.IsDoubled(value)
                || value.ContainsAny(Holding)
                || value.ContainsAny(Tame)
                || Template().IsMatch(value)
                || DocumentedKeys.Contains(value);

    /// <summary>Of a value that somebody chose, so that less is regular by chance.</summary>
    public static bool IsPassword(ReadOnlySpan<char> value) =>
        Template().IsMatch(value)
        || value.ContainsAny(Holding)
        || (value.Length >= 6 && SecretShape.LongestRow(value) * 2 >= value.Length && !value.ContainsAnyExceptInRange('!', '~') && !IsCounted(value))
        || (value.Length >= 6 && SecretShape.IsRepeated(value))
        || DocumentedKeys.Contains(value);

    public static bool IsTame(ReadOnlySpan<char> value) => value.ContainsAny(Tame);

    private static SearchValues<string> Any(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    /// <summary><c>123456</c> is no placeholder: it is the password that most people have.</summary>
    private static bool IsCounted(ReadOnlySpan<char> value) => value.StartsWith("1234", StringComparison.Ordinal) && value.Length < 11;

    [GeneratedRegex(
        """
        \A\s*\z | \$[A-Za-z_{(\[] | \A\$[0-9@*#?!]? \z | \{\{ | \}\} | \A[{\[<].*[}\]>]?\z | <[A-Za-z][^>]*> | %\( | \A%[^%]*%\z | \#\{
        | @@ | \A__.+__\z
        | \.\.\. | … | \u00E2\u0080[\u00A6\u00A2] | \*\*\* | •• | \Ax{3,}\z | \A-+\z | \A_+\z | \A%[sdv]\z | \\\( | \A\\?\$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Template();
}
