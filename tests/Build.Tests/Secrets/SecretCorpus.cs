using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Secrets;

namespace Build.Tests.Secrets;

/// <summary>A text with a value that is, or is not, a secret.</summary>
internal sealed record SecretSample(string File, string Text);

/// <summary>Every form in every place, the same in every run.</summary>
internal static class SecretCorpus
{
    private const int Seeds = 20;

    private static readonly ThreadLocal<SecretScanner> Scanner = new(() => new SecretScanner());

    private static readonly (string File, string Before, string After)[] Places =
    [
        ("prod.env", "NAME=", "\n"),
        ("settings.json", "{\n  \"value\": \"", "\"\n}\n"),
        ("values.yaml", "a:\n  value: ", "\n"),
        ("main.py", "client = Client(\"", "\")\n"),
        ("Dockerfile", "FROM scratch\nENV NAME=", "\n"),
        ("README.md", "Call it with `", "`.\n"),
    ];

    public static IEnumerable<SecretSample> Real(SecretFormat format) =>
        Enumerable.Range(1, Seeds).SelectMany(seed => Samples(format, Fills.Random(seed)));

    public static IEnumerable<SecretSample> Placeholders(SecretFormat format) => Fills.Placeholders.Values.SelectMany(fill => Samples(format, fill));

    public static ImmutableArray<SecretMatch> Find(SecretSample sample) =>
        Scanner.Value!.Scan(new MemoryStream(Encoding.UTF8.GetBytes(sample.Text)), SecretScopes.Of(sample.File));

    /// <returns><c>120 of 120</c>.</returns>
    public static string Recall(SecretFormat format) => Count(Real(format), sample => Find(sample).Any(match => match.Rule.Id == format.Rule));

    /// <returns><c>0 of 30</c>.</returns>
    public static string FalseAlarms(SecretFormat format) => Count(Placeholders(format), IsTold);

    private static string Count(IEnumerable<SecretSample> samples, Func<SecretSample, bool> counts)
    {
        var all = samples.ToList();
        return $"{all.Count(counts)} of {all.Count}";
    }

    /// <summary>What fails no gate by default is no alarm.</summary>
    public static bool IsTold(SecretSample sample) => Find(sample).Any(match => match.Severity >= Severity.Medium);

    private static IEnumerable<SecretSample> Samples(SecretFormat format, Fill fill) =>
        format.File is { } file
            ? [new(file, format.Make(fill))]
            : Places.Select(place => new SecretSample(place.File, place.Before + format.Make(fill) + place.After));
}
