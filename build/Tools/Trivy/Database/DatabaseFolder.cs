using System.Text.Json;

namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>Checks a database folder before Trivy uses it: Trivy accepts a database of any age, and an old Trivy accepts an empty file.</summary>
internal static class DatabaseFolder
{
    private const int KnownSchema = 2;

    public static DatabaseState Read(string folder)
    {
        var metadata = Path.Combine(folder, "metadata.json");
        var data = DatabaseState.DataFile(folder);
        if (!File.Exists(metadata) || !File.Exists(data))
            return Unusable($"there is none in {folder}");

        if (Metadata(metadata) is not { } known)
            return Unusable($"{metadata} is damaged; delete {folder} and run again");
        if (known.Version != KnownSchema)
            return Unusable($"the one in {folder} has schema {known.Version} instead of {KnownSchema}; delete it and run again");

        return BoltFile.CountRootEntries(data) > 0
            ? new DatabaseState(folder, known.UpdatedAt, Missing: null)
            : Unusable($"{data} is empty or damaged; delete {folder} and run again");
    }

    private static DatabaseState Unusable(string why) => new(Folder: null, UpdatedAt: null, why);

    private static DatabaseMetadata? Metadata(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), DatabaseJson.Default.DatabaseMetadata);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
