namespace Cake.Frosting.Internal;

/// <summary>A setting of Cake that the program sets.</summary>
internal sealed record CakeSetting(string Key, string Value);
