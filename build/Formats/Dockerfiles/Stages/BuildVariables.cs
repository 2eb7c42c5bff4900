using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles.Words;

namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary>
/// The variables at one line of a Dockerfile: ENV beats ARG, and ARG takes its value from the caller, its default, or the ARG before the first FROM
/// (Dockerfile reference, ARG).
/// </summary>
internal sealed class BuildVariables
{
    // A builder sets PATH where the image does not.
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private readonly char _escape;
    private readonly IReadOnlyDictionary<string, string> _given;
    private readonly BuildVariables? _global;
    private readonly Dictionary<string, string?> _arguments;
    private readonly OrderedDictionary<string, string> _environment;

    private BuildVariables(
        BuildVariables? global,
        (char Escape, IReadOnlyDictionary<string, string> Given) build,
        Dictionary<string, string?> arguments,
        OrderedDictionary<string, string> environment)
    {
        (_global, _escape, _given) = (global, build.Escape, build.Given);
        (_arguments, _environment) = (arguments, environment);
    }

    /// <summary>Those before the first FROM, which are all that a FROM can use.</summary>
    /// <param name="given">Values from outside for ARGs.</param>
    public static BuildVariables BeforeStages(char escape, IReadOnlyDictionary<string, string> given, string architecture) =>
        new(null, (escape, given), new(PlatformArguments.For(architecture)), []);

    /// <summary>Those at the start of a stage on an image.</summary>
    public BuildVariables BeginStage() => new(this, (_escape, _given), new() { ["PATH"] = DefaultPath }, []);

    /// <summary>Those at the start of a stage that builds upon the stage of these.</summary>
    public BuildVariables ContinueStage() => new(_global, (_escape, _given), new(_arguments), new(_environment));

    /// <summary><c>NAME=value</c> of ENV, in order of first appearance.</summary>
    public IEnumerable<string> Environment => _environment.Select(variable => $"{variable.Key}={variable.Value}");

    /// <summary>Whether an ARG names it, with or without a value.</summary>
    public bool Declares(string argument) => _arguments.ContainsKey(argument);

    public WordExpansion Expand(string word) => WordExpansion.Expand(word, _escape, Value);

    /// <summary>What here-documents hold.</summary>
    public WordExpansion ExpandContent(string content) => WordExpansion.ExpandContent(content, Value);

    /// <summary>The variables that a word uses and nothing declares.</summary>
    public IEnumerable<string> Undefined(WordExpansion word) => word.Unknown.Where(name => !Declares(name));

    /// <param name="fallback">The default; null without one.</param>
    public void Declare(string argument, string? fallback)
    {
        var value = _given.GetValueOrDefault(argument) ?? fallback ?? _global?.Value(argument);
        if (value is null)
            _arguments.TryAdd(argument, null);
        else
            _arguments[argument] = value;
    }

    public void Set(string name, string value) => _environment[name] = value;

    private string? Value(string name) => _environment.TryGetValue(name, out var value) ? value : _arguments.GetValueOrDefault(name);
}
