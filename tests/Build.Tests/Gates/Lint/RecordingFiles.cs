using ContainerSecurity.Checkout;

namespace Build.Tests.Gates.Lint;

/// <summary>
/// Where recordings are: the project's own in the folder Recordings, larger ones, if there are any, in the folder that HADOLINT_RECORDINGS names.
/// Tests run over both.
/// </summary>
internal static class RecordingFiles
{
    /// <summary>The project's own Dockerfiles, and what the built-in engine made of them.</summary>
    public const string Own = "own.jsonl";

    /// <summary>What the released Hadolint printed.</summary>
    public const string Hadolint = "hadolint-2.15.1.jsonl";

    public static string Folder { get; } = Path.Combine(BuildPaths.Find().Root, "tests", "Build.Tests", "Recordings");

    /// <summary>The texts of public Dockerfiles, each under its SHA-256: a recording names them by that.</summary>
    public static string? PublicTexts { get; } = Variable("HADOLINT_PUBLIC_TEXTS");

    private static string? Larger { get; } = Variable("HADOLINT_RECORDINGS");

    /// <summary>The project's own file, then those of the larger recordings that there are.</summary>
    public static string[] With(string own, params IEnumerable<string> larger) => [own, .. larger.Where(Exists)];

    public static string PathOf(string file) => Path.Combine(File.Exists(Path.Combine(Folder, file)) ? Folder : Larger!, file);

    private static bool Exists(string file) => Larger is not null && (file != "public.jsonl" || PublicTexts is not null);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } folder ? folder : null;
}
