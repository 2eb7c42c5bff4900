using Cake.Core;

namespace Cake.Frosting;

/// <summary>The context that the program gives its tasks.</summary>
public interface IFrostingContext : ICakeContext
{
}
