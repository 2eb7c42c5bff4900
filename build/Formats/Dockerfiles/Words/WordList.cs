using System.Text;

namespace ContainerSecurity.Formats.Dockerfiles.Words;

/// <summary>Words under construction: blanks end one unless they are quoted.</summary>
internal sealed class WordList
{
    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();

    /// <param name="splits">Whether blanks in the part end a word.</param>
    public void Append(string part, bool splits)
    {
        foreach (var character in part)
        {
            if (splits && char.IsWhiteSpace(character))
                EndWord();
            else
                _word.Append(character);
        }
    }

    public List<string> Finish()
    {
        EndWord();
        return _words;
    }

    private void EndWord()
    {
        if (_word.Length == 0)
            return;
        _words.Add(_word.ToString());
        _word.Clear();
    }
}
