using System.Text;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>The web pages that a response rests on, each once, as a list at the end of its text.</summary>
internal sealed class Sources
{
    private readonly List<(string Url, string Title)> _pages = [];

    /// <summary>Both escaped.</summary>
    public void Add(ReadOnlySpan<byte> url, ReadOnlySpan<byte> title)
    {
        var page = Encoding.UTF8.GetString(url);
        if (page.Length == 0 || _pages.Exists(known => known.Url == page))
            return;
        _pages.Add((page, title.IsEmpty ? page : Encoding.UTF8.GetString(title)));
    }

    public void WriteTo(ResponseBlocks blocks)
    {
        if (_pages.Count == 0)
            return;
        var list = string.Concat(_pages.Select(static page => $"\\n- [{page.Title}]({page.Url})"));
        blocks.AddText(Encoding.UTF8.GetBytes($"\\n\\nSources:{list}"));
    }
}
