namespace ClaudeCodeProxy.Upstream;

/// <summary>A kept connection turned out to have ended when it was used again: no byte of a response has come.</summary>
internal sealed class DeadConnectionException(Exception? inner) : IOException("A kept connection had ended.", inner)
{
    public static bool IsCauseOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DeadConnectionException)
                return true;
        }

        return false;
    }
}
