using System.Text.RegularExpressions;

namespace Proxy.Tests.Documentation.WireNames;

/// <summary>What the proxy does with some names of one kind.</summary>
internal sealed record WireNameRow
{
    /// <summary>As <c>Schemas/names.json</c> calls it.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// With <c>, </c> between them. A name that ends in <c>…</c> stands for what is below it too (<c>a.b</c>, <c>a=b</c>), a <c>*</c> for any text.
    /// </summary>
    public required string Names { get; init; }

    public required WireNameFate Here { get; init; }

    /// <summary>The details, or why.</summary>
    public required string How { get; init; }

    /// <summary>Tests and traces, with <c>, </c> between them.</summary>
    public string Proof { get; init; } = "";

    /// <summary>Who sends or wants it, when the newest official clients know no such name.</summary>
    public string? Beyond { get; init; }

    public IReadOnlyList<string> Patterns => Names.Split(", ");

    public IReadOnlyList<string> Proofs => Proof.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    public static bool Fits(string pattern, string name)
    {
        var isTree = pattern.EndsWith('…');
        var exact = Regex.Escape(pattern.TrimEnd('…')).Replace(@"\*", ".*");
        return Regex.IsMatch(name, $"^{exact}{(isTree ? "(?:[.=].*)?" : "")}$");
    }
}
