using ContainerSecurity.Findings;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>All shell texts of the product, wherever they stand.</summary>
internal static class ShellSources
{
    private static readonly string[] Keywords = ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"];

    public static IEnumerable<ShellSource> OfFiles(PolicyFacts facts) => facts.Scripts
        .Where(script => script.Language != ScriptLanguage.PowerShell)
        .Select(script => new ShellSource(script.File, ShellScript.Parse(script.Text), Place.At(script.File, script.Line)) { KeepsLines = true });

    public static IEnumerable<ShellSource> Of(BuildStage stage) =>
        from keyword in Keywords
        from instruction in stage.All(keyword)
        let script = instruction.ExecForm is { } words ? ShellScript.Parse(QuotedWords.Of(words)) : instruction.Script
        select new ShellSource($"{keyword} in stage {stage.Name}", script, stage.At(instruction));

    public static IEnumerable<ShellSource> Of(DevContainer container) =>
        from command in container.LifecycleCommands
        let text = command.Shell ?? QuotedWords.Of(command.Words ?? [])
        select new ShellSource(command.Property, ShellScript.Parse(text), container.At(command.Line));

    /// <summary>What made the layers, and what a container of the image starts.</summary>
    public static IEnumerable<ShellSource> Of(ImageFacts image) =>
    [
        .. WithLayers(image).Select(made => new ShellSource("the image's history", ShellScript.Parse(made.Text), made.Place)),
        new("the image's entry point", ShellScript.Parse(QuotedWords.Of(image.Config.Entrypoint.Concat(image.Config.Command))), Place.InConfig(image.Identity, "Entrypoint")),
        new("the image's health check", ShellScript.Parse(HealthcheckOf(image.Config)), Place.InConfig(image.Identity, "Healthcheck")),
    ];

    /// <summary><c>CMD-SHELL</c> is followed by a text for a shell, <c>CMD</c> by words.</summary>
    private static string HealthcheckOf(ImageConfig config) =>
        config.Healthcheck?.Test is not [var kind, .. var words] ? "" : kind == "CMD-SHELL" ? string.Join(' ', words) : QuotedWords.Of(words);

    /// <summary>Each entry of the history that made a layer belongs to the next one in order.</summary>
    private static IEnumerable<(string Text, Place Place)> WithLayers(ImageFacts image)
    {
        var layer = 0;
        foreach (var (index, entry) in image.Config.History.Index())
        {
            var place = Place.InConfig(image.Identity, $"history/{index}");
            var made = !entry.EmptyLayer && layer < image.Layers.Length ? image.Layers[layer++].DiffId : place.Layer;
            yield return (CommandOf(entry), place with { Layer = made });
        }
    }

    /// <summary>Builders write <c>RUN |1 A=b /bin/sh -c COMMAND # buildkit</c> and the like.</summary>
    private static string CommandOf(HistoryEntry entry)
    {
        const string ShellMark = "/bin/sh -c ";
        var at = entry.CreatedBy.IndexOf(ShellMark, StringComparison.Ordinal);
        var command = at >= 0 ? entry.CreatedBy[(at + ShellMark.Length)..] : entry.CreatedBy;
        return command.StartsWith("#(nop)", StringComparison.Ordinal) ? "" : command;
    }
}
