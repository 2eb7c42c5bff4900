using System.IO.Enumeration;

namespace ClaudeCodeProxy.Providers.Models;

/// <summary>A row of <see cref="KnownModels"/>.</summary>
/// <param name="patterns">
/// With <c>|</c> between them; case does not matter. Names in which a star stands for any letters; or without a star a family, which is the name
/// itself or with more after a sign: <c>gpt-4</c> includes <c>gpt-4-turbo</c>, but neither <c>gpt-4o</c> nor <c>gpt-4.1</c>.
/// </param>
internal sealed class ModelRow(string patterns, ModelTraits traits)
{
    private readonly string[] _patterns = patterns.Split('|');

    public string Patterns => patterns;

    public ModelTraits Traits => traits;

    public bool Matches(ReadOnlySpan<char> name)
    {
        foreach (var pattern in _patterns)
        {
            if (pattern.Contains('*') ? FileSystemName.MatchesSimpleExpression(pattern, name) : Includes(pattern, name))
                return true;
        }

        return false;
    }

    private static bool Includes(string family, ReadOnlySpan<char> name) =>
        name.StartsWith(family, StringComparison.OrdinalIgnoreCase)
            && (name.Length == family.Length || name[family.Length] is '-' or ':' or '@' or '_' or '/');
}
