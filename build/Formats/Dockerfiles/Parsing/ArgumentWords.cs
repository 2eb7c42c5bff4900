using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles.Words;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>An instruction's arguments, split as that instruction defines.</summary>
internal sealed record ArgumentWords(ImmutableArray<string> RawWords, ImmutableArray<string> Words)
{
    public ImmutableArray<string>? ExecForm { get; init; }

    /// <summary>A name and a value without an equals sign.</summary>
    public bool IsOldForm { get; init; }

    /// <summary>Why no builder can read them.</summary>
    public string? Refused { get; init; }

    /// <summary>Why no builder accepts them, though they can be read.</summary>
    public string? Objection { get; init; }

    public static ArgumentWords None { get; } = new([], []);

    /// <summary>Words in which quotes mean nothing.</summary>
    public static ArgumentWords Plain(params ImmutableArray<string> words) => new(words, words);

    /// <summary>Words whose quotes and escapes are resolved.</summary>
    public static ArgumentWords Quoted(ImmutableArray<string> words, char escape) =>
        new(words, [.. words.Select(word => WordExpansion.Unquote(word, escape))]);

    public static ArgumentWords Broken(string why) => None with { Refused = why };
}
