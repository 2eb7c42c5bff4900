using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of the program's context; delegates to Cake's own.</summary>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext
{
}
