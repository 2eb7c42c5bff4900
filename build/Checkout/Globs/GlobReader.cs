using System.Collections.Immutable;
using System.Text;

namespace ContainerSecurity.Checkout.Globs;

/// <summary>Takes a glob apart.</summary>
internal sealed class GlobReader
{
    private readonly string _glob;
    private readonly GlobDialect _dialect;
    private readonly ImmutableArray<GlobPart>.Builder _parts = ImmutableArray.CreateBuilder<GlobPart>();
    private readonly StringBuilder _letters = new();
    private int _at;

    private GlobReader(string glob, GlobDialect dialect) => (_glob, _dialect) = (glob, dialect);

    /// <returns>Null for a glob that is malformed.</returns>
    public static ImmutableArray<GlobPart>? Read(string glob, GlobDialect dialect)
    {
        var reader = new GlobReader(glob, dialect);
        while (reader._at < glob.Length)
        {
            if (!reader.ReadPart())
                return null;
        }

        reader.EndLetters();
        return reader._parts.ToImmutable();
    }

    private bool ReadPart()
    {
        var start = _at++;
        switch (_glob[start])
        {
            case '*':
                ReadStars(start);
                return true;
            case '?':
                Add(new GlobLetter(letter => letter != '/'));
                return true;
            case '[' when _dialect.Classes != CharacterClasses.None:
                if (CharacterClass.Read(_glob, _dialect.Classes, ref _at) is not { } isMember)
                    return false;
                Add(new GlobLetter(isMember));
                return true;
            case '\\' when _dialect.Escapes:
                if (_at == _glob.Length)
                    return false;
                _letters.Append(_glob[_at++]);
                return true;
            case '/' when _dialect.DoubleStar == DoubleStar.WholeName && _glob.AsSpan(_at) is "**":
                // What is in the folder, without itself.
                _at += 2;
                _letters.Append('/');
                Add(new GlobLetter(_ => true), new GlobRest());
                return true;
            default:
                _letters.Append(_glob[start]);
                return true;
        }
    }

    private void ReadStars(int start)
    {
        if (_dialect.DoubleStar == DoubleStar.None || _at == _glob.Length || _glob[_at] != '*')
        {
            Add(new GlobName());
            return;
        }

        if (_dialect.DoubleStar == DoubleStar.Anywhere)
            _at++;
        else
            SkipStars();
        if (_dialect.DoubleStar == DoubleStar.WholeName && !IsWholeName(start))
        {
            Add(new GlobName());
            return;
        }

        if (_at == _glob.Length)
        {
            Add(new GlobRest());
            return;
        }

        _at += _glob[_at] == '/' ? 1 : 0;
        Add(new GlobFolders());
    }

    private void SkipStars()
    {
        while (_at < _glob.Length && _glob[_at] == '*')
            _at++;
    }

    private bool IsWholeName(int start) => (start == 0 || _glob[start - 1] == '/') && (_at == _glob.Length || _glob[_at] == '/');

    private void Add(params ReadOnlySpan<GlobPart> parts)
    {
        EndLetters();
        _parts.AddRange(parts);
    }

    private void EndLetters()
    {
        if (_letters.Length > 0)
            _parts.Add(new GlobLetters(_letters.ToString()));
        _letters.Clear();
    }
}
