using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>Secrets in an image's configuration: environment, labels and history. Everybody who pulls the image can read it.</summary>
internal static partial class ConfigSecrets
{
    /// <summary>The path that findings give for what lies in the configuration and not in a file.</summary>
    public const string Root = Place.ConfigurationRoot;

    private const string Help = "Build the image without it, give it to the container at run time, and revoke the key: it was stored.";

    /// <returns>Findings whose layer is the configuration's own digest.</returns>
    public static IEnumerable<Finding> Find(ContainerImage image)
    {
        var config = image.Config;
        var texts = config.Environment.Select(variable => ($"{Root}/Env/{variable.Split('=')[0]}", variable))
            .Concat(config.Labels.Select(label => ($"{Root}/Labels/{label.Key}", $"{label.Key}={label.Value}")))
            .Concat(config.History.Select((entry, index) => ($"{Root}/history/{index}", entry.CreatedBy)));
        return texts
            .SelectMany(text => Rules(text.Item2).Distinct().Select(rule => Finding(image, rule, text.Item1)))
            .ToList();
    }

    private static List<(string Id, string Title, Severity Severity)> Rules(string text)
    {
        var byForm = SecretText.Find(text).Select(hit => (hit.Rule.Id, hit.Rule.Title, hit.Rule.Severity)).ToList();
        if (byForm.Count > 0)
            return byForm;

        return Assignment().Matches(text).Any(match => IsValue(match.Groups["value"].Value))
            ? [("secret-in-config", "A variable whose name says that it is secret has a value", Severity.High)]
            : [];
    }

    /// <summary>Paths, references to other variables, switches and numbers are no secrets.</summary>
    private static bool IsValue(string value) => value.Length > 0 && !NoSecret().IsMatch(value);

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

    [GeneratedRegex(
        """(?<![A-Za-z0-9_])(?:[A-Za-z0-9]+_)*(?:API_?KEY|SECRET_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIALS?)=["']?(?<value>[^\s"']*)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();

    [GeneratedRegex("^(?:[/$].*|true|false|[0-9]{1,9})$", RegexOptions.IgnoreCase)]
    private static partial Regex NoSecret();
}
