namespace Cake.Frosting;

/// <summary>The build is configured wrongly, or was asked for a target or option that it does not have.</summary>
public sealed class FrostingException : Exception
{
    public FrostingException(string message)
        : base(message)
    {
    }

    public FrostingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
