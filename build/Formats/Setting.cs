using System.Text.Json;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats;

/// <summary>A setting of a configuration file, read as what it must be; what is wrong with it is said with file, line and key.</summary>
/// <param name="Key">As messages call it.</param>
/// <param name="KeyLine">1-based.</param>
internal sealed record Setting(string File, string Key, int KeyLine, LocatedValue Value)
{
    public bool IsNothing => Value.Kind == JsonValueKind.Null;

    /// <param name="root">Null for an empty file.</param>
    public static Setting WholeFile(string file, LocatedValue? root) => new(file, "the file", 1, root ?? LocatedValue.Nothing);

    public InputException Wrong(string why) => InputException.At(File, Value.Line, $"`{Key}` {why}.");

    public InputException WrongKey(string why) => InputException.At(File, KeyLine, $"`{Key}` {why}.");

    /// <exception cref="InputException">Not a mapping; nothing is an empty one.</exception>
    public IEnumerable<Setting> Entries() => Value.Kind is JsonValueKind.Object or JsonValueKind.Null
        ? Value.Members.Select(member => new Setting(File, member.Name, member.Line, member.Value))
        : throw Wrong("must be a mapping of keys to values");

    /// <exception cref="InputException">Not a list; nothing is an empty one.</exception>
    public IEnumerable<Setting> Items() => Value.Kind is JsonValueKind.Array or JsonValueKind.Null
        ? Value.Items.Select(item => this with { Value = item })
        : throw Wrong("must be a list");

    public string Text() => Value.Text ?? throw Wrong("must be one text");

    public IEnumerable<string> Texts() =>
        Items().Select(item => item.Value.Text ?? throw item.Wrong("must be a list in which each item is one text"));

    public IEnumerable<string> TextOrTexts() => Value.Text is { } text ? [text] : Texts();

    public bool Switch() => Value.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong("must be true or false"),
    };
}
