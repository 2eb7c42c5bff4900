namespace ContainerSecurity.Reports.Html;

/// <summary>What a part of the page shows, by the names that the template has for it: texts, numbers, yes or no, parts, lists of parts.</summary>
internal sealed class View : Dictionary<string, object>
{
    public View() : base(StringComparer.Ordinal) { }
}
