using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>The commands of Dockerfiles and images.</summary>
internal static class ProductScripts
{
    private static readonly string[] Keywords = ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"];

    public static IEnumerable<Script> InStage(BuildStage stage) =>
        from keyword in Keywords
        from instruction in stage.All(keyword)
        let script = instruction.ExecForm is { } words ? ShellScript.Parse(QuotedWords.Join(words)) : instruction.Script
        select new Script($"{keyword} in stage {stage.Name}", stage.At(instruction), script.Text) { Shell = script };

    /// <summary>What made the layers, and what a container of the image starts.</summary>
    public static IEnumerable<Script> InImage(ImageFacts image) =>
    [
        .. InHistory(image),
        new("the image's entry point", Place.InConfig(image.Identity, "Entrypoint"), EntryPointOf(image.Config)),
        new("the image's health check", Place.InConfig(image.Identity, "Healthcheck"), HealthcheckOf(image.Config)),
    ];

    public static IEnumerable<Script> InHistory(ImageFacts image) =>
        WithLayers(image).Select(made => new Script("the image's history", made.Place, made.Text));

    private static string EntryPointOf(ImageConfig config) => QuotedWords.Join(config.Entrypoint.Concat(config.Command));

    /// <summary><c>CMD-SHELL</c> is followed by a text for a shell, <c>CMD</c> by words.</summary>
    private static string HealthcheckOf(ImageConfig config) =>
        config.Healthcheck?.Test is not [var kind, .. var words] ? "" : kind == "CMD-SHELL" ? string.Join(' ', words) : QuotedWords.Join(words);

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
