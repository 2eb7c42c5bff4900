using System.Collections.Immutable;

namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>A text as far as it is known before a run, and where it comes from.</summary>
/// <param name="Text">What only a run can say stands in it as <c>${NAME}</c>.</param>
internal sealed record Value(string Text)
{
    private const int MostDownloads = 16;

    public static readonly Value Empty = new("");

    /// <summary>What of it came from the network.</summary>
    public ImmutableArray<Download> From { get; init; } = [];

    /// <summary>Whose digest it is.</summary>
    public ImmutableArray<Download> DigestOf { get; init; } = [];

    /// <summary>The file of the repository that it was read from; what was changed since still names it.</summary>
    public KnownFile? File { get; init; }

    /// <summary>As the script writes it, for messages.</summary>
    public string? Shown { get; init; }

    /// <summary>All that came from the network is compared with something.</summary>
    public Download? Unverified
    {
        get
        {
            foreach (var download in From)
            {
                if (download.Trust == Trust.None)
                    return download;
            }

            return null;
        }
    }

    /// <summary>Nothing but what only a run can say.</summary>
    public bool IsOneUnknown => Text is ['$', '{', .., '}'] && Text.IndexOf('}') == Text.Length - 1;

    public bool IsKnown => !Text.Contains("${", StringComparison.Ordinal);

    /// <summary>The same origins with another text.</summary>
    public Value WithText(string text) => this with { Text = text };

    /// <summary>All of them, with blanks between.</summary>
    public static Value Join(IEnumerable<Value> words)
    {
        var all = words.ToList();
        return all.Aggregate(Empty, (joined, word) => joined.With(word)).WithText(string.Join(' ', all.Select(word => word.Text)));
    }

    /// <summary>The same text, with the origins of another one too.</summary>
    public Value With(Value other) => this with
    {
        From = Union(From, other.From),
        DigestOf = Union(DigestOf, other.DigestOf),
        File = File ?? other.File,
    };

    /// <summary>This text, and another one behind it.</summary>
    public Value Then(Value next) => ReferenceEquals(this, Empty) ? next : With(next).WithText(Text + next.Text);

    public static ImmutableArray<Download> Union(ImmutableArray<Download> one, ImmutableArray<Download> other) =>
        other.IsEmpty ? one : one.IsEmpty ? other : [.. one.Union(other).Take(MostDownloads)];
}
