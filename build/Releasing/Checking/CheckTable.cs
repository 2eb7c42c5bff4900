using System.Collections.Immutable;
using Spectre.Console;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>Shows what was checked of a release.</summary>
internal static class CheckTable
{
    public static void Write(IAnsiConsole console, ImmutableArray<CheckedPoint> points)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("checked").AddColumn("holds").AddColumn("what was seen");
        foreach (var point in points)
            table.AddRow(new Text(point.What), new Text(HoldsOf(point), StyleOf(point)), new Text(Printable(point.Detail)));
        console.Write(table);
    }

    private static string HoldsOf(CheckedPoint point) => point.Holds switch { true => "yes", false => "no", null => "not checked" };

    private static Style StyleOf(CheckedPoint point) =>
        new(point.Holds switch { true => Color.Green, false => Color.Red, null => Color.Yellow });

    /// <summary>Details quote what was downloaded; its control characters must not reach the terminal.</summary>
    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
}
