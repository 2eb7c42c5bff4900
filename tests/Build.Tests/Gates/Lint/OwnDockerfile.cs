using System.Text;

namespace Build.Tests.Gates.Lint;

/// <summary>The Dockerfiles that were written for the recording: texts with a telling name, and beside some of them a hadolint.yaml.</summary>
internal static class OwnDockerfile
{
    private static string Folder { get; } = Path.Combine(RecordingFiles.Folder, "dockerfiles");

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>Without what is recorded about it.</summary>
    public static RecordedLint Read(string name)
    {
        var settings = Path.Combine(Folder, $"{name}.yaml");
        // Not ReadAllText, which would take the byte order mark away.
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Folder, $"{name}.txt")));
        return new RecordedLint(name, text, File.Exists(settings) ? File.ReadAllText(settings) : "", default, default);
    }
}
