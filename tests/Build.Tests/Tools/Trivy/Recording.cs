namespace Build.Tests.Tools.Trivy;

/// <summary>Trivy's recorded output and the made-up database, and what tests put into them.</summary>
internal static class Recording
{
    /// <summary>Has the form of a key of AWS; composed, so that no file of the repository holds one.</summary>
    public static readonly string Secret = string.Concat("wJalrXUtnF", "EMI7MDENG1", "bPxRfiCYzz", "7ab9KEYqq2");

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Tools", "Trivy");

    public static string Text(string file) =>
        File.ReadAllText(Path.Combine(Folder, "Recordings", file)).Replace("@SECRET@", Secret, StringComparison.Ordinal);

    /// <summary>Copies the made-up database into a folder, as if its makers had built it then.</summary>
    public static void WriteDatabase(string folder, DateTimeOffset updatedAt)
    {
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Folder, "TestDatabase", "trivy.db"), Path.Combine(folder, "trivy.db"), overwrite: true);
        File.WriteAllText(
            Path.Combine(folder, "metadata.json"),
            $$"""{"Version":2,"NextUpdate":"{{updatedAt.AddDays(1):O}}","UpdatedAt":"{{updatedAt:O}}","DownloadedAt":"{{updatedAt:O}}"}""");
    }
}
