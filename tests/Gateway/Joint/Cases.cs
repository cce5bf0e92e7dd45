namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>How many cases a law is held against.</summary>
internal static class Cases
{
#if MUTATING
    // .ci/mutate runs the laws thousands of times; what fifty cases do not notice, an exact test should.
    public const int Each = 50;
#else
    public const int Each = 10_000;
#endif
}
