namespace Cake.Frosting.Internal;

/// <summary>A setting of Cake's that the program fixes.</summary>
internal sealed record CakeSetting(string Key, string Value);
