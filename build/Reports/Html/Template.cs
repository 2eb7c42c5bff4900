using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Html;

/// <summary>
/// The part of Mustache that a report needs: <c>{{name}}</c>, always escaped; <c>{{#name}}…{{/name}}</c> for what is there, once for each of a list;
/// <c>{{^name}}…{{/name}}</c> for what is not. A name that the view does not have is what is around it, then nothing.
/// </summary>
internal sealed partial class Template
{
    private readonly ImmutableArray<Part> _parts;

    public Template(string text)
    {
        var tags = new Queue<Match>(Tag().Matches(text));
        var at = 0;
        _parts = Parse(text, tags, ref at, null);
    }

    /// <summary>A text, a value, or a section with parts of its own.</summary>
    private sealed record Part(char Kind, string Text, ImmutableArray<Part> Parts);

    public string Render(View view)
    {
        var html = new StringBuilder();
        Write(html, _parts, [view]);
        return html.ToString();
    }

    /// <summary>Text that nobody vouches for, as HTML, in an attribute too.</summary>
    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length);
        foreach (var letter in VisibleText.Of(text))
        {
            _ = letter switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(letter),
            };
        }

        return html.ToString();
    }

    private static ImmutableArray<Part> Parse(string text, Queue<Match> tags, ref int at, string? section)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        while (tags.TryDequeue(out var tag))
        {
            parts.Add(new Part(' ', text[at..tag.Index], []));
            at = tag.Index + tag.Length;
            var (kind, name) = (tag.Groups["kind"].Value, tag.Groups["name"].Value);
            if (kind == "/")
                return name == section ? parts.ToImmutable() : throw new FormatException($"{{{{/{name}}}}} ends {section}");
            parts.Add(kind.Length == 0 ? new Part('=', name, []) : new Part(kind[0], name, Parse(text, tags, ref at, name)));
        }

        parts.Add(new Part(' ', text[at..], []));
        return section is null ? parts.ToImmutable() : throw new FormatException($"{{{{#{section}}}}} has no end");
    }

    private static void Write(StringBuilder html, ImmutableArray<Part> parts, ImmutableStack<View> views)
    {
        foreach (var part in parts)
        {
            if (part.Kind == ' ')
                html.Append(part.Text);
            else if (part.Kind == '=')
                html.Append(Escape(Convert.ToString(Find(views, part.Text), CultureInfo.InvariantCulture) ?? ""));
            else if (part.Kind == '^' == IsNothing(Find(views, part.Text)))
                WriteSection(html, part, views);
        }
    }

    private static void WriteSection(StringBuilder html, Part section, ImmutableStack<View> views)
    {
        switch (section.Kind == '^' ? true : Find(views, section.Text))
        {
            case View view:
                Write(html, section.Parts, views.Push(view));
                break;
            case IEnumerable<View> list:
                foreach (var item in list)
                    Write(html, section.Parts, views.Push(item));
                break;
            default:
                Write(html, section.Parts, views);
                break;
        }
    }

    private static object? Find(ImmutableStack<View> views, string name)
    {
        foreach (var view in views)
        {
            if (view.TryGetValue(name, out var value))
                return value;
        }

        return null;
    }

    private static bool IsNothing(object? value) =>
        value is null or false or "" || (value is not View && value is IEnumerable list && !list.GetEnumerator().MoveNext());

    [GeneratedRegex(@"\{\{(?<kind>[#^/]?)(?<name>[A-Za-z]+)\}\}")]
    private static partial Regex Tag();
}
