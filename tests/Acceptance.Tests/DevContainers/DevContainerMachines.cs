namespace Acceptance.Tests.DevContainers;

/// <summary>A machine for each engine, made when it is first asked for, and one after the other.</summary>
public sealed class DevContainerMachines : IDisposable
{
    public const string Collection = "Devcontainers on real engines";

    private readonly Dictionary<EngineVersion, DevContainerScene> _scenes = [];

    internal async Task<DevContainerScene> OnAsync(EngineVersion version) =>
        _scenes.TryGetValue(version, out var scene) ? scene : _scenes[version] = await DevContainerScene.StartAsync(version);

    public void Dispose()
    {
        foreach (var scene in _scenes.Values)
            scene.Dispose();
    }
}

/// <summary>Names the collection to xunit.</summary>
[CollectionDefinition(DevContainerMachines.Collection)]
public sealed class DevContainerTests : ICollectionFixture<DevContainerMachines>;
