using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats;

/// <summary>A value of JSON or YAML that knows its line.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Text">The text of a string, the literal of a number, <c>true</c> or <c>false</c>; null for objects, arrays and null.</param>
internal sealed record LocatedValue(int Line, JsonValueKind Kind, string? Text)
{
    /// <summary>Readers of values call themselves for each level, so that a text of brackets alone would end the process.</summary>
    public const int DeepestNesting = 100;

    /// <summary>What stands in an empty file.</summary>
    public static LocatedValue Nothing { get; } = new(1, JsonValueKind.Null, null);

    public ImmutableArray<LocatedMember> Members { get; init; } = [];

    public ImmutableArray<LocatedValue> Items { get; init; } = [];

    /// <summary>A list's items; what stands alone is a list of one, and null of none, as many formats allow.</summary>
    public IEnumerable<LocatedValue> OneOrMore() => Kind switch
    {
        JsonValueKind.Array => Items,
        JsonValueKind.Null => [],
        _ => [this],
    };

    /// <summary>The member of that name; null when absent or when this is not an object.</summary>
    public LocatedValue? this[string name] => Members.FirstOrDefault(member => member.Name == name)?.Value;
}

/// <summary><c>"name": value</c>; the line is the name's.</summary>
internal sealed record LocatedMember(string Name, int Line, LocatedValue Value)
{
    public static InputException SecondTime(string file, int line, string name) =>
        InputException.At(file, line, $"`{name}` stands here a second time, and readers differ in which one counts. Remove one.");
}
