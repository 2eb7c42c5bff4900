namespace Acceptance.Tests.Sdk;

/// <summary>The tests that share the fixture, one after the other: they script one upstream.</summary>
[CollectionDefinition(nameof(SdkShared))]
public sealed class SdkShared : ICollectionFixture<SdkFixture>;
