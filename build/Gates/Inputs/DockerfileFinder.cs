using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;

namespace ContainerSecurity.Gates.Inputs;

/// <summary>
/// Finds and reads the Dockerfiles of a repository: by their names, in hidden folders too, and those that other files have built, under any name and
/// inside of them; or those that globs name.
/// </summary>
internal static class DockerfileFinder
{
    /// <param name="globs">Relative to the root, or absolute; empty means all Dockerfiles.</param>
    /// <exception cref="InputException">A glob matches nothing.</exception>
    public static DockerfileInputs Find(RepositoryFiles files, ConfigurationInputs configurations, ImmutableArray<string> globs) => globs.IsEmpty
        ? new Search(files).Everywhere(configurations)
        : new DockerfileInputs(
            [
                .. globs.SelectMany(glob => Matching(files.Root, glob))
                    .DistinctBy(source => source.Path)
                    .OrderBy(source => source.Path, StringComparer.Ordinal),
            ],
            []);

    /// <summary>Whoever names files gets them from build output and from elsewhere too, which the list does not hold.</summary>
    private static List<DockerfileSource> Matching(string root, string glob)
    {
        var found = new FileGlob(root, glob).Files().Select(file => Read(root, NameOf(root, file))).ToList();
        return found.Count > 0
            ? found
            : throw new InputException($"--dockerfile: `{glob}` matches no file under {root}. Check the path; `**` matches folders at any depth.");
    }

    private static string NameOf(string root, string file) =>
        Path.GetRelativePath(root, file) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? file : relative.Replace('\\', '/');

    /// <param name="path">Relative to the root; a full one for a file elsewhere.</param>
    private static DockerfileSource Read(string root, string path)
    {
        try
        {
            if (Path.IsPathRooted(path))
                return DockerfileParser.Parse(path, BoundedFile.Read(path, path, DockerfileSource.MostBytes));
            return RealPath.Find(root, path) is not null
                ? DockerfileParser.Parse(path, new RepositoryText(root).ReadBytes(path, DockerfileSource.MostBytes))
                : DockerfileSource.Unreadable(path, $"{RealPath.LeadsOut(path)} Put the file itself in its place, or name others with --dockerfile.");
        }
        catch (Exception closed) when (closed is InputException or IOException or UnauthorizedAccessException)
        {
            return DockerfileSource.Unreadable(path, $"it cannot be read: {closed.Message} Mend or remove it, or name others with --dockerfile.");
        }
    }

    /// <summary>One pass over a repository.</summary>
    private sealed class Search(RepositoryFiles files)
    {
        private readonly SortedDictionary<string, DockerfileSource> _found = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, NotJudged> _left = new(StringComparer.Ordinal);
        private readonly HashSet<string> _named = [.. files.Named];
        private readonly Dictionary<string, List<string>> _contexts = new(StringComparer.Ordinal);

        public DockerfileInputs Everywhere(ConfigurationInputs configurations)
        {
            foreach (var (path, why) in files.UnreadIgnoreFiles)
                Leave(path, why.TrimEnd('.'));
            foreach (var path in files.Named)
                AddByName(path);
            foreach (var (file, reference) in from file in configurations.Files from reference in file.Dockerfiles select (file.Path, reference))
            {
                if (Find(reference) is { } path)
                    _found.TryAdd(path, Known(path) ?? Read(files.Root, path));
                else
                    Leave($"{file}:{reference.Line}", Missing(reference.Written, reference.Candidates));
            }

            foreach (var path in NamedByTexts())
                AddIf(path, DockerfileNames.BeginsLikeOne, "a file that is built, whose text is no Dockerfile");
            var inline = from file in configurations.Files
                         from text in file.InlineDockerfiles
                         select DockerfileParser.ParseInline(file.Path, text.Text, text.Line) with
                         {
                             Contexts = text.Context is { } context ? [context] : [],
                         };
            foreach (var path in _found.Keys)
                _left.Remove(path);
            var all = _found.Values.Select(WithContexts).Concat(inline.DistinctBy(InlineKey)).OrderBy(source => source.Path, StringComparer.Ordinal);
            return new DockerfileInputs([.. all], [.. _left.Values]);
        }

        private static (string, string, int) InlineKey(DockerfileSource source) =>
            (source.Path, source.Text, source.Parsed.Dockerfile?.Instructions.FirstOrDefault()?.Line ?? source.Parsed.Errors[0].Line);

        private void AddByName(string path)
        {
            switch (DockerfileNames.KindOf(path))
            {
                case DockerfileName.Dockerfile:
                    _found[path] = Read(files.Root, path);
                    break;
                case DockerfileName.Similar:
                    AddIf(
                        path, DockerfileNames.BeginsLikeOne, "its text does not begin like a Dockerfile; if it is one, name it with --dockerfile");
                    break;
                case DockerfileName.Document:
                    AddIf(path, DockerfileNames.IsByText, "a document or a template whose text is no Dockerfile");
                    break;
                case DockerfileName.SourceCode:
                    AddIf(path, DockerfileNames.IsByText, null);
                    break;
            }
        }

        /// <param name="why">What is said of a file that is none; null for nothing.</param>
        private void AddIf(string path, Func<DockerfileSource, bool> isOne, string? why)
        {
            var source = Known(path) ?? Read(files.Root, path);
            if (isOne(source))
                _found[path] = source;
            else if (why is not null)
                Leave(path, source.Text.Length == 0 && source.Parsed.Errors is [var error, ..] ? error.Message.TrimEnd('.') : why);
        }

        private IEnumerable<string> NamedByTexts()
        {
            var texts = new RepositoryText(files.Root);
            return from path in files.Files
                   where BuildTexts.IsOne(path)
                   let text = BuildTexts.Read(texts, path)
                   where text is not null
                   from reference in BuildMentions.In(path, text)
                   let named = Find(reference)
                   where named is not null && !_found.ContainsKey(named)
                   select named;
        }

        /// <returns>The file of the repository that is meant, whose build context is noted; null for none.</returns>
        private string? Find(DockerfileReference reference)
        {
            var built = reference.Candidates.FirstOrDefault(candidate => IsFile(candidate.Path));
            if (built is { Path: { } path, Context: { } context })
            {
                if (!_contexts.TryGetValue(path, out var contexts))
                    _contexts[path] = contexts = [];
                contexts.Add(context);
            }

            return built.Path;
        }

        private DockerfileSource WithContexts(DockerfileSource source) =>
            _contexts.TryGetValue(source.Path, out var contexts) ? source with { Contexts = [.. contexts.Distinct()] } : source;

        private DockerfileSource? Known(string path) => _found.GetValueOrDefault(path);

        private bool IsFile(string path) => _named.Contains(path);

        private void Leave(string path, string why) => _left.TryAdd(path, new NotJudged(path, why));

        private static string Missing(string written, ImmutableArray<BuiltFile> candidates) => candidates.IsEmpty
            ? $"which Dockerfile `{written}` is, only the build knows"
            : $"{written}, which is built here, is not a file of the repository";
    }
}
