using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;

namespace ContainerSecurity.Packaging.Rebuilding;

/// <summary>
/// A reproduction as others can read it: an in-toto statement (Statement v1) with the predicate test-result v0.1, in which the tests are the binary
/// and the image (in-toto/attestation, spec/predicates/test-result.md).
/// </summary>
internal static class ReproductionStatement
{
    private const string BuilderScheme = "urn:builder:";

    public static byte[] Write(Reproduction reproduction)
    {
        var passed = reproduction.Differences.IsEmpty;
        var builder = new ResourceDescriptor { Uri = BuilderScheme + Uri.EscapeDataString(reproduction.Builder) };
        return new InTotoStatement(
            [
                ResourceDescriptor.Create(reproduction.Subject.Rid, reproduction.Subject.Binary),
                ResourceDescriptor.Create("image", reproduction.Subject.Image),
            ],
            PredicateTypes.TestResult,
            new TestResult([builder], passed ? ["binary", "image"] : [], reproduction.Differences).ToJson()).Write();
    }

    /// <exception cref="InputException">Not such a statement; the message names the file.</exception>
    public static Reproduction Read(string path)
    {
        try
        {
            var statement = InTotoStatement.Read(path, BoundedFile.Read(Path.GetFileName(path), path, BoundedFile.MiB));
            if (statement.PredicateType != PredicateTypes.TestResult)
                throw new InputException($"{path} is no statement of the type {PredicateTypes.TestResult}.");
            var result = TestResult.Read(statement.Predicate);
            return new Reproduction(
                Uri.UnescapeDataString(result.Configuration[0].Uri!.Replace(BuilderScheme, "")),
                new BuiltSubject(statement.Subjects[0].Name!, DigestOf(statement.Subjects[0]), DigestOf(statement.Subjects[1])),
                result.Failed);
        }
        catch (Exception broken) when (broken is InputException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new InputException($"{path} is no statement of a reproduction ({broken.Message.TrimEnd('.')}). Take it out of the folder.", broken);
        }
    }

    private static string DigestOf(ResourceDescriptor subject) => "sha256:" + (subject.Sha256 ?? throw new InputException("a subject has no digest"));
}
