namespace ClaudeCodeProxy.Configuration;

/// <summary>What the configuration says of the models that a pattern names.</summary>
internal sealed class ModelRule<T>(ModelPattern pattern, T value)
{
    public ModelPattern Pattern => pattern;

    public T Value => value;
}
