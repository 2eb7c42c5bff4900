using ClaudeCodeProxy.Providers.Models;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>What one model of an upstream has shown.</summary>
/// <param name="traits">What it refuses or wants.</param>
/// <param name="context">How many tokens it read of a prompt that was cut; 0 when none was.</param>
internal sealed class ModelObservation(ModelTraits traits, int context)
{
    public static readonly ModelObservation None = new(ModelTraits.Unknown, 0);

    public ModelTraits Traits => traits;

    public int Context => context;
}
