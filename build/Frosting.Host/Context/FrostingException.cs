namespace Cake.Frosting;

/// <summary>The build is put together wrongly, or was asked for something that it does not have.</summary>
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
