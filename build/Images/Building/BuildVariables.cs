using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Images.Building;

/// <summary>The variables of one stage: ENV beats ARG, and ARG takes its value from the caller, its default, or the ARG before the first FROM.</summary>
internal sealed class BuildVariables
{
    private readonly char _escape;
    private readonly IReadOnlyDictionary<string, string> _overrides;
    private readonly Dictionary<string, string> _global = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _arguments = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, string> _environment = new(StringComparer.Ordinal);

    public BuildVariables(Dockerfile dockerfile, IReadOnlyDictionary<string, string> overrides)
    {
        _escape = dockerfile.Escape;
        _overrides = overrides;
        foreach (var instruction in dockerfile.Instructions.TakeWhile(instruction => instruction.Keyword != "FROM"))
            Declare(instruction, _global, inherited: null);
    }

    /// <summary><c>NAME=value</c> in order of first appearance.</summary>
    public IEnumerable<string> Environment => _environment.Select(variable => $"{variable.Key}={variable.Value}");

    /// <summary>FROM sees only the ARGs before the first FROM.</summary>
    public string ExpandFrom(string word) => new WordExpansion(word, _escape, _global.GetValueOrDefault).Expand();

    public string Expand(string word) => new WordExpansion(word, _escape, Value).Expand();

    public void Declare(Instruction argument) => Declare(argument, _arguments, _global);

    /// <summary>All values of one ENV are those before it (Dockerfile reference, "Environment replacement").</summary>
    public void Set(Instruction environment)
    {
        foreach (var (name, value) in environment.RawArguments.Select(NameAndValue).ToList())
            _environment[name] = value;
    }

    /// <summary>The name and the expanded value of <c>name=value</c>.</summary>
    public (string Name, string Value) NameAndValue(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return (Expand(word[..equals]), Expand(word[(equals + 1)..]));
    }

    private string? Value(string name) => _environment.TryGetValue(name, out var value) ? value : _arguments.GetValueOrDefault(name);

    private void Declare(Instruction argument, Dictionary<string, string> scope, Dictionary<string, string>? inherited)
    {
        foreach (var word in argument.RawArguments)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            var given = _overrides.GetValueOrDefault(name);
            var value = given ?? (equals < 0 ? inherited?.GetValueOrDefault(name) : Default(word[(equals + 1)..], scope));
            if (value is not null)
                scope[name] = value;
        }
    }

    private string Default(string word, Dictionary<string, string> scope) =>
        scope == _global ? ExpandFrom(word) : Expand(word);
}
