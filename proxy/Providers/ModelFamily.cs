namespace ClaudeCodeProxy.Providers;

/// <summary>Reads what a model's name says of its family, whichever vendor resells it.</summary>
internal static class ModelFamily
{
    /// <summary>What resellers and other proxies put before the maker's own name.</summary>
    private static readonly string[] Vendors = ["azure/", "openai/", "google/"];

    /// <summary>The maker's own name.</summary>
    public static ReadOnlySpan<char> WithoutVendor(string model)
    {
        var name = model.AsSpan();
        foreach (var vendor in Vendors)
        {
            if (name.StartsWith(vendor, StringComparison.OrdinalIgnoreCase))
                name = name[vendor.Length..];
        }

        return name;
    }

    /// <summary>Whether a name is a family's own or a member's: <c>gpt-4</c> includes <c>gpt-4-turbo</c>, but not <c>gpt-4o</c>.</summary>
    public static bool Includes(string family, ReadOnlySpan<char> name) =>
        name.StartsWith(family, StringComparison.OrdinalIgnoreCase)
            && (name.Length == family.Length || !char.IsAsciiLetterOrDigit(name[family.Length]));

    /// <summary>The version in <c>gpt-5.4-mini</c>; null when it is not a numbered GPT.</summary>
    public static (int Major, int Minor)? GptVersion(ReadOnlySpan<char> name)
    {
        const string start = "gpt-";
        if (!name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = name[start.Length..];
        if (TakeNumber(ref rest) is not { } major || (rest.Length > 0 && char.IsAsciiLetter(rest[0])))
            return null;
        if (rest is not ['.', ..])
            return (major, 0);
        rest = rest[1..];
        return TakeNumber(ref rest) is { } minor ? (major, minor) : null;
    }

    private static int? TakeNumber(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits.Length is > 0 and < 4 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
