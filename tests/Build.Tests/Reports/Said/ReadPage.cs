using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Build.Tests.Reports.Said;

/// <summary>Reads the page by its elements, as a browser builds them.</summary>
internal static class ReadPage
{
    public static IHtmlDocument Parse(byte[] content) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(content));

    public static SaidScan Html(byte[] content)
    {
        var page = Parse(content);
        var findings = page.QuerySelectorAll("#list tbody tr").Select(Row).ToLookup(each => each.Gate, each => each.Finding);
        return new(page.QuerySelector("h1 .word")!.TextContent, [.. page.QuerySelectorAll("#gates tbody tr").Select(row =>
            SaidGate.Create(Cell(row, 0), Cell(row, 1), int.Parse(Cell(row, 3)), int.Parse(Cell(row, 4)), findings[Cell(row, 0)]))]);
    }

    private static (string Gate, SaidFinding Finding) Row(IElement row) => (Cell(row, 1), SaidFinding.Create(
        row.QuerySelector(".chip")!.TextContent, Cell(row, 2), Cell(row, 3), row.GetAttribute("data-state") == "suppressed"));

    private static string Cell(IElement row, int index) => row.Children[index].TextContent.Trim();
}
