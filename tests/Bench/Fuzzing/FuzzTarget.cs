using ClaudeCodeProxy.Providers;

namespace Bench.Fuzzing;

/// <summary>A reader of external bytes, and what must hold for any input.</summary>
internal abstract class FuzzTarget
{
    public static readonly FuzzTarget[] All =
    [
        new RequestTarget(), new StreamTarget("stream", Api.ChatCompletions), new ResponseTarget("answer", Api.ChatCompletions),
        new StreamTarget("responses-stream", Api.Responses), new ResponseTarget("responses-answer", Api.Responses),
        new DockerfileTarget(), new ShellTarget(),
    ];

    public abstract string Name { get; }

    /// <summary>The proxy's recorded traces to begin with, beside the target's own corpus; none where the target is not part of the proxy.</summary>
    public virtual string? Traces => null;

    /// <summary>What its inputs are made of.</summary>
    public virtual string[] Words => Vocabulary.Api;

    public static FuzzTarget Named(string name) => All.Single(target => target.Name == name);

    /// <summary>Throws anything at all when the bytes do what no bytes may do.</summary>
    public abstract void Take(byte[] input);

    /// <summary>Chosen by the input, so that the same input always goes the same way.</summary>
    protected static int Choose(byte[] input, int count)
    {
        var hash = 17u;
        foreach (var value in input)
            hash = (hash * 31) + value;
        return (int)(hash % (uint)count);
    }
}
