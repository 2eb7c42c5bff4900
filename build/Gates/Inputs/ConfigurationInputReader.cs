using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Compose;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.DevContainers;

namespace ContainerSecurity.Gates.Inputs;

/// <summary>Finds and reads every compose file, devcontainer.json, workflow and action of a checkout, those that others name too.</summary>
internal sealed class ConfigurationInputReader
{
    private readonly RepositoryText _texts;
    private readonly ImmutableArray<ConfigurationFile>.Builder _files = ImmutableArray.CreateBuilder<ConfigurationFile>();
    private readonly ImmutableArray<UnreadInput>.Builder _problems = ImmutableArray.CreateBuilder<UnreadInput>();
    private readonly ImmutableArray<string>.Builder _unknown = ImmutableArray.CreateBuilder<string>();
    private readonly SortedSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _done = [];
    private readonly Queue<OpenFile> _open = [];

    private ConfigurationInputReader(string root) => _texts = new RepositoryText(root);

    public static ConfigurationInputs Read(RepositoryFiles tree, CancellationToken cancellation)
    {
        var reader = new ConfigurationInputReader(tree.Root);
        reader.OpenFiles(tree, cancellation);
        reader.OpenLinks(tree);
        while (reader._open.TryDequeue(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader._done.Add(next.Key))
                reader.Read(next);
        }

        return new ConfigurationInputs
        {
            Files = reader._files.ToImmutable(),
            Problems = [.. reader._problems.Distinct()],
            Paths = [.. reader._read],
            Unknown = reader._unknown.ToImmutable(),
        };
    }

    private void OpenFiles(RepositoryFiles tree, CancellationToken cancellation)
    {
        foreach (var path in tree.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            var kind = ConfigurationFileNames.KindOf(path) ?? KindOfContent(path);
            if (kind is { } known)
                _open.Enqueue(new OpenFile(path, known));
            else if (Path.GetFileName(path) == EnvironmentFile.DefaultName)
                OpenComposeFilesOf(path);
        }
    }

    private ConfigurationFileKind? KindOfContent(string path)
    {
        try
        {
            return ConfigurationFileNames.IsYaml(path) && ConfigurationFileNames.IsComposeByContent(path, _texts.Read(path))
                ? ConfigurationFileKind.Compose
                : null;
        }
        catch (Exception closed) when (closed is InputException or IOException or UnauthorizedAccessException)
        {
            _unknown.Add($"Whether {path} is a compose file is not known: {closed.Message}");
            return null;
        }
    }

    /// <summary>A file that is judged where it lies is judged once; through a link it may be something else.</summary>
    private void OpenLinks(RepositoryFiles tree)
    {
        var listed = tree.Files.ToHashSet(StringComparer.Ordinal);
        foreach (var (path, real) in SymbolicLinks.Follow(tree))
        {
            if (ConfigurationFileNames.KindOf(path) is { } kind
                && (real is null || ConfigurationFileNames.KindOf(real) != kind || !listed.Contains(real)))
            {
                _open.Enqueue(new OpenFile(path, kind));
            }
            else if (real is not null && Path.GetFileName(path) == EnvironmentFile.DefaultName)
            {
                OpenComposeFilesOf(path);
            }
            else if (real is null && ConfigurationFileNames.IsFolderOfKnownFiles(path))
            {
                Add(Place.At(path, 1), RealPath.LeadsOut(path));
            }
        }
    }

    /// <summary><c>COMPOSE_FILE=one.txt:two.txt</c> makes any file a compose file.</summary>
    private void OpenComposeFilesOf(string environment)
    {
        try
        {
            foreach (var set in EnvironmentFile.Read(_texts.Read(environment)).Where(set => set.Name == "COMPOSE_FILE"))
            {
                foreach (var file in set.Value.Split([':', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    Open(environment, new FileReference(RepositoryPath.Beside(environment, file), set.Line));
            }
        }
        catch (Exception closed) when (closed is InputException or IOException or UnauthorizedAccessException)
        {
            Add(Place.At(environment, 1), closed.Message);
        }
    }

    private void Open(string by, FileReference other) => _open.Enqueue(new OpenFile(other.Path, ConfigurationFileKind.Compose)
    {
        NamedAt = Place.At(by, other.Line),
        EnvironmentFiles = other.EnvironmentFiles,
    });

    private void Read(OpenFile file)
    {
        try
        {
            if (file.NamedAt is { } by && !_texts.Has(file.Path))
            {
                _problems.Add(new UnreadInput(by, $"{file.Path}, which is named here, is not a file of the repository", IsNamed: true));
                return;
            }

            _read.Add(file.Path);
            var variables = file.Kind == ConfigurationFileKind.Compose ? ComposeVariables.For(file.Path, file.EnvironmentFiles, _texts) : null;
            var read = ConfigurationFileReader.Read(file.Kind, file.Path, _texts.Read(file.Path), variables);
            _files.Add(file.Kind == ConfigurationFileKind.DevContainer ? WithoutLocked(read) : read);
            foreach (var other in read.ComposeFiles)
                Open(file.Path, other);
        }
        catch (InputException bad)
        {
            Add(Place.At(file.Path, bad.Line ?? 1), bad.Message);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            Add(Place.At(file.Path, 1), closed.Message);
        }
    }

    /// <summary>Features that the lock file fixes change no more.</summary>
    private ConfigurationFile WithoutLocked(ConfigurationFile file)
    {
        var path = DevContainerLock.PathFor(file.Path);
        if (!_texts.Has(path))
            return file;
        var locked = DevContainerLock.Read(path, _texts.Read(path));
        return file with
        {
            Containers =
            [
                .. file.Containers.Select(container =>
                    container with { Features = container.Features.RemoveAll(feature => locked.Contains(feature.Value)) }),
            ],
        };
    }

    private void Add(Place place, string why) => _problems.Add(new UnreadInput(place, why));

    /// <summary>A file that is to be read.</summary>
    private sealed record OpenFile(string Path, ConfigurationFileKind Kind)
    {
        /// <summary>Where another file names it; null for what is found by itself.</summary>
        public Place? NamedAt { get; init; }

        public ImmutableArray<string> EnvironmentFiles { get; init; } = [];

        /// <summary>With other variables it is another file.</summary>
        public string Key => string.Join('\n', EnvironmentFiles.Prepend(Path));
    }
}
