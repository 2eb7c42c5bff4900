using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint.Facts;

/// <summary>
/// Follows shell and variables through a Dockerfile: a stage begins with those of the stage it builds upon, and otherwise with the defaults.
/// </summary>
internal sealed class StageShells
{
    private readonly Dictionary<int, ShellSettings> _settings = [];
    private readonly SortedDictionary<int, string> _names = [];
    private ShellSettings _default = ShellSettings.Default;
    private int? _stage;

    public ShellSettings Current { get; private set; } = ShellSettings.Default;

    public void Enter(BaseImage from)
    {
        var basis = _names.Where(stage => stage.Value == from.Name).Select(stage => (int?)stage.Key).FirstOrDefault();
        Current = basis is { } index ? _settings.GetValueOrDefault(index, _default) : _default;
        _stage = _stage is { } before ? before + 1 : 0;
        _settings[_stage.Value] = Current;
        if (from.Alias is { } alias)
            _names[_stage.Value] = alias;
    }

    public void Set(ShellSettings settings)
    {
        Current = settings;
        _stage ??= 0;
        _settings[_stage.Value] = settings;
    }

    /// <summary>A pragma before anything else holds for every stage.</summary>
    public void SetByPragma(string shell)
    {
        if (_stage is null)
            _default = Current with { Shell = shell };
        Set(Current with { Shell = shell });
    }
}
