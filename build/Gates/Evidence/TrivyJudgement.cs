using ContainerSecurity.Tools;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>Says in a judgement that Trivy took part in it, and which one.</summary>
internal static class TrivyJudgement
{
    /// <summary>Without the tool the judgement stays as it is.</summary>
    public static Judgement With(this Judgement judgement, AcquiredTool tool)
    {
        var named = tool.Path is null ? judgement : judgement with { Engine = "trivy", EngineVersion = tool.Version };
        return named with { Notes = [.. named.Notes, .. NotesAbout(tool)] };
    }

    private static IEnumerable<string> NotesAbout(AcquiredTool tool)
    {
        if (tool is { Path: not null, IsStandIn: true })
            yield return $"Trivy {tool.Version} from {tool.Origin} stands in for the pinned release: good for finding things, not for a release.";
        if (tool.Note is { } note)
            yield return note;
    }
}
