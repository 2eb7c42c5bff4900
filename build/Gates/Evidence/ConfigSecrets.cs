using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>Secrets in an image's configuration: environment, labels and history. Everybody who pulls the image can read it.</summary>
internal static class ConfigSecrets
{
    /// <summary>The path that findings give for what lies in the configuration and not in a file.</summary>
    public const string Root = Place.ConfigurationRoot;

    private const string Help = "Build the image without it, give it to the container at run time, and revoke the key: it was stored.";

    /// <returns>Findings whose layer is the configuration's own digest.</returns>
    public static IEnumerable<Finding> Find(ContainerImage image) =>
        TextsOf(image).SelectMany(text => Rules(text.Text).Distinct().Select(rule => Finding(image, rule, text.Path))).ToList();

    /// <summary>Every text of the configuration that may hold one, with the path that findings give.</summary>
    public static IEnumerable<(string Path, string Text)> TextsOf(ContainerImage image)
    {
        var config = image.Config;
        return config.Environment.Select(variable => ($"{Root}/Env/{variable.Split('=')[0]}", variable))
            .Concat(config.Labels.Select(label => ($"{Root}/Labels/{label.Key}", $"{label.Key}={label.Value}")))
            .Concat(config.History.Select((entry, index) => ($"{Root}/history/{index}", entry.CreatedBy)));
    }

    /// <summary>What the configuration says, everybody reads who has the image: a plain password weighs more here than in a file.</summary>
    private static IEnumerable<(string Id, string Title, Severity Severity)> Rules(string text) =>
        SecretText.Find(text, SecretScope.Settings | SecretScope.Commands)
            .Select(hit => (hit.Rule.Id, hit.Rule.Title, hit.Severity == Severity.Medium ? Severity.High : hit.Severity));

    private static Finding Finding(ContainerImage image, (string Id, string Title, Severity Severity) rule, string path) => new()
    {
        RuleId = rule.Id,
        Severity = rule.Severity,
        Message = $"{rule.Title}, in the image's configuration at {path}.",
        Layer = image.Identity.Id,
        File = path,
        Platform = image.Identity.Platform,
        Help = Help,
    };
}
