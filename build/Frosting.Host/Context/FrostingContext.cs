using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of the program's context: Cake's own, passed on.</summary>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext
{
}
