namespace Cake.Frosting;

/// <summary>Continues the run when the task throws.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContinueOnErrorAttribute : Attribute
{
}
