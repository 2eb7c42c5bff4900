namespace Build.Tests.Secrets;

/// <summary>One form of secret, put together when a test runs.</summary>
/// <param name="Rule">The id under which it is found.</param>
/// <param name="Make">Makes one; is given how characters are chosen: how many, and from which.</param>
internal sealed record SecretFormat(string Name, string Rule, Func<Fill, string> Make)
{
    /// <summary>Its own file, with the name that such files have; null for a value that can stand in any text.</summary>
    public string? File { get; init; }

    /// <summary>Only names say what it is, so that it is found where names have values.</summary>
    public bool OnlyInSettings { get; init; }

    public override string ToString() => Name;
}

/// <summary>Chooses characters of an alphabet.</summary>
internal delegate string Fill(int count, string alphabet);

/// <summary>Ways to choose characters: by chance, as keys are made, and as people hold their place.</summary>
internal static class Fills
{
    public const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    public const string Url = Letters + "-_";
    public const string Base64 = Letters + "+/";
    public const string Hex = "0123456789abcdef";
    public const string Small = "abcdefghijklmnopqrstuvwxyz0123456789";
    public const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    public const string Digits = "0123456789";

    public static Fill Random(int seed)
    {
        var random = new Random(seed);
        return (count, alphabet) => string.Create(count, alphabet, (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = from[random.Next(from.Length)];
        });
    }

    /// <summary>Each with a name.</summary>
    public static IReadOnlyDictionary<string, Fill> Placeholders { get; } = new Dictionary<string, Fill>
    {
        ["x"] = (count, alphabet) => new string("xX0".First(alphabet.Contains), count),
        ["zeros"] = (count, alphabet) => new string("0A".First(alphabet.Contains), count),
        ["alphabet"] = (count, alphabet) => Repeat(string.Concat(alphabet.Order()), count),
        ["counted"] = (count, alphabet) => Repeat(alphabet.Contains('1', StringComparison.Ordinal) ? "1234567890" : "ABCDEFGHIJ", count),
        ["words"] = (count, alphabet) => Repeat(
            alphabet.Contains('-', StringComparison.Ordinal) ? "your-api-key-here-"
                : alphabet.Contains('y', StringComparison.Ordinal) ? "yourtokengoeshere" : "00000000",
            count),
    };

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, (count / text.Length) + 1))[..count];
}
