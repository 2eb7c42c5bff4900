using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint.Facts;

/// <summary>Remembers for each stage whether something was set in it, or in the stage it builds upon.</summary>
internal sealed class StageMemory
{
    private readonly Dictionary<string, bool> _set = [];
    private string _stage = "";

    public bool IsSet => _set.GetValueOrDefault(_stage);

    public void Enter(BaseImage from)
    {
        _stage = from.StageName;
        _set[_stage] = _set.GetValueOrDefault(from.Name);
    }

    public void Set() => _set[_stage] = true;
}
