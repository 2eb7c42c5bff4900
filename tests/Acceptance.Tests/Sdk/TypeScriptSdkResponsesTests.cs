namespace Acceptance.Tests.Sdk;

[Collection(nameof(SdkShared))]
public sealed class TypeScriptSdkResponsesTests(SdkFixture fixture) : SdkResponsesTests(fixture)
{
    private protected override async Task<ISdk> Client(SdkFixture fixture) => await fixture.TypeScript();
}
