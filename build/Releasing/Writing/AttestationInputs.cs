using System.Text.Json.Nodes;
using ContainerSecurity.Checkout;
using ContainerSecurity.Formats.InToto;

namespace ContainerSecurity.Releasing.Writing;

/// <summary>
/// What a service that signs without a key wants of a release, such as actions/attest: each predicate by itself, what kind it is, and the subjects as
/// a list of digests (<c>predicate-path</c>, <c>predicate-type</c>, <c>subject-checksums</c>). It is no part of the release.
/// </summary>
internal static class AttestationInputs
{
    public const string Subjects = "subjects.sha256";
    public const string Types = "types.json";

    private const string Ending = ".dsse.json";

    /// <param name="statements">Each by the name of its file.</param>
    public static void Write(IReadOnlyCollection<(string Name, InTotoStatement Statement)> statements, string folder) =>
        AtomicOutput.Folder(folder, draft => WriteFiles(statements, draft));

    private static void WriteFiles(IReadOnlyCollection<(string Name, InTotoStatement Statement)> statements, string draft)
    {
        var types = new JsonObject();
        foreach (var (name, statement) in statements)
        {
            var file = name.Replace(Ending, ".json", StringComparison.Ordinal);
            types[file] = statement.PredicateType;
            File.WriteAllBytes(Path.Combine(draft, file), StrictJson.Write(statement.Predicate));
        }

        File.WriteAllBytes(Path.Combine(draft, Types), StrictJson.Write(types));
        var subjects = statements.First().Statement.Subjects;
        File.WriteAllBytes(
            Path.Combine(draft, Subjects), ChecksumList.Write(subjects.Select(subject => KeyValuePair.Create(subject.Name!, subject.Sha256!))));
    }
}
