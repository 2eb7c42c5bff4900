using Tests.Shared.Architecture;

namespace Proxy.Tests.Architecture;

/// <summary>The check of layers itself, which build/ is held by too.</summary>
public class LayerOrderTests
{
    private static readonly LayerOrder Order = new("app", [[new("Top", "")], [new("Left", ""), new("Right", "")], [new("Low", "")]]);

    [Theory]
    [InlineData("Top", "using App.Low; namespace App.Top; class A;", true)]
    [InlineData("Low", "using App.Top; namespace App.Low; class A;", false)]
    [InlineData("Low", "using static App.Top.Thing; namespace App.Low; class A;", false)]
    [InlineData("Low", "namespace App.Low; class A { object B() => new Top.Thing(); }", false)]
    [InlineData("Low", "namespace App.Low; class A { object B() => new App.Top.Thing(); }", false)]
    [InlineData("Low", "namespace App.Low; class A; // App.Top.Thing", true)]
    [InlineData("Left", "using App.Right; namespace App.Left; class A;", false)]
    [InlineData("Elsewhere", "namespace App.Elsewhere; class A;", false)]
    [InlineData("Left/Part", "namespace App.Left.Part; class A { Thing? B; }", true)]
    public void A_wrong_use_is_found(string folder, string text, bool isAllowed) =>
        Assert.Equal(isAllowed, Order.Violations(Tree((folder, text))).Count == 0);

    [Fact]
    public void A_violation_names_file_folder_and_cause() =>
        Assert.Equal(["Low/A.cs uses Top (using App.Top)"], Order.Violations(Tree(("Low", "using App.Top; namespace App.Low; class A;"))));

    [Fact]
    public void A_folder_and_one_inside_it_use_each_other_in_one_direction_only()
    {
        var tree =
            Tree(("Left", "using App.Left.Part; namespace App.Left; class A;"), ("Left/Part", "namespace App.Left.Part; class B { Thing? C; }"));

        Assert.Equal(["Left/A.cs uses Left/Part (using App.Left.Part)", "Left/Part/A.cs uses Left (Thing)"], Order.Violations(tree));
    }

    [Fact]
    public void A_row_may_say_who_uses_whom()
    {
        var order = Order with { Rows = [[new("Top", "")], [new("Left", "") { MayUse = ["Right"] }, new("Right", "")], [new("Low", "")]] };

        Assert.Empty(order.Violations(Tree(("Left", "using App.Right; namespace App.Left; class A;"))));
        Assert.NotEmpty(order.Violations(Tree(("Right", "using App.Left; namespace App.Right; class A;"))));
    }

    /// <summary>Every folder of the order with a type named Thing, and these files.</summary>
    private static SourceTree Tree(params (string Folder, string Text)[] files)
    {
        var things = new[] { "Top", "Left", "Right", "Low" }.Select(folder => File(folder, "Thing.cs", $"namespace App.{folder}; class Thing;"));
        return new SourceTree([.. things, .. files.Select(file => File(file.Folder, "A.cs", file.Text))]);
    }

    private static SourceFile File(string folder, string name, string text) => SourceFile.Parse($"{folder}/{name}", text.Replace("; ", ";\n"));
}
