using System.Text.Json;
using Tests.Shared;
using Tests.Shared.Documentation;

namespace Proxy.Tests.Documentation.WireNames;

/// <summary>The tables as a document shows them.</summary>
internal static class WireNameSection
{
    public static IEnumerable<string> Lines => WireNameTable.ReadAll(Repository.Root).SelectMany(Write);

    private static IEnumerable<string> Write(WireNameTable table) =>
        [$"### {table.Title}", "", .. MarkdownTable.Create(["kind", "names", "here", "proven by"], table.Rows, Cells), ""];

    private static string[] Cells(WireNameRow row) =>
    [
        row.Kind,
        row.Beyond is null ? Code(row.Patterns) : $"{Code(row.Patterns)} ({row.Beyond})",
        row.How is "" ? Word(row.Here) : $"{Word(row.Here)}: {row.How}",
        Code(row.Proofs),
    ];

    private static string Word(WireNameFate fate) => JsonSerializer.SerializeToElement(fate).GetString()!;

    private static string Code(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
