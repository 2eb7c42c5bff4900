using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

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

    /// <summary>What of it must stay secret, by name; null for nothing.</summary>
    public string? Secret { get; init; }

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

    /// <summary>Where it comes from matters, whatever its text is.</summary>
    public bool HasOrigin => !From.IsEmpty || !DigestOf.IsEmpty || Secret is not null;

    public bool IsKnown => !Text.Contains("${", StringComparison.Ordinal);

    // Two values are the same only when they are one: nobody compares them, and comparing all members would cost code.
    public bool Equals(Value? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => Text;

    /// <summary>The same origins with another text.</summary>
    public Value WithText(string text) => this with { Text = text };

    /// <summary>All of them, with blanks between.</summary>
    public static Value Join(ReadOnlySpan<Value> words)
    {
        var (all, text) = (Empty, new StringBuilder());
        for (var at = 0; at < words.Length; at++)
        {
            text.Append(at > 0 ? " " : "").Append(words[at].Text);
            all = all.With(words[at]);
        }

        return all.WithText(text.ToString());
    }

    /// <summary>The texts of all of them.</summary>
    public static List<string> Texts(ReadOnlySpan<Value> words)
    {
        var texts = new List<string>(words.Length);
        foreach (var word in words)
            texts.Add(word.Text);
        return texts;
    }

    public bool ComesFrom(Download download) => Holds(From, download);

    /// <summary>The same text, with the origins of another one too.</summary>
    public Value With(Value other) => this with
    {
        From = Union(From, other.From),
        DigestOf = Union(DigestOf, other.DigestOf),
        Secret = Secret ?? other.Secret,
        File = File ?? other.File,
    };

    /// <summary>This text, and another one behind it.</summary>
    public Value Then(Value next) => ReferenceEquals(this, Empty) ? next : With(next).WithText(Text + next.Text);

    public static ImmutableArray<Download> Union(ImmutableArray<Download> one, ImmutableArray<Download> other)
    {
        if (other.IsEmpty)
            return one;
        if (one.IsEmpty)
            return other;
        foreach (var download in other)
        {
            if (one.Length < MostDownloads && !Holds(one, download))
                one = one.Add(download);
        }

        return one;
    }

    private static bool Holds(ImmutableArray<Download> all, Download wanted)
    {
        foreach (var download in all)
        {
            if (ReferenceEquals(download, wanted))
                return true;
        }

        return false;
    }
}
