namespace Tests.Shared.Architecture;

/// <summary>One folder of a program, with the folders inside it that are not listed themselves.</summary>
/// <param name="Folder">From the program's folder on, with slashes; <c>.</c> stands for the files directly in it.</param>
/// <param name="Purpose">What is in it, in one sentence.</param>
internal sealed record Layer(string Folder, string Purpose)
{
    /// <summary>Folders beside it that it may use although they stand side by side.</summary>
    public IReadOnlyList<string> MayUse { get; init; } = [];

    public bool Includes(string folder) =>
        folder == Folder || (Folder != "." && folder.StartsWith(Folder + "/", StringComparison.Ordinal));
}
