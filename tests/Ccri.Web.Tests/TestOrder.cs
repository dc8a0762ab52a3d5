using System.Collections.Immutable;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(Ccri.Web.Tests.TestOrder))]

namespace Ccri.Web.Tests;

/// <summary>
/// Tests of a class share a database, and the order must not matter. xunit's own order depends on the path of the assembly; this one is the
/// same everywhere, and CCRI_TEST_ORDER=NUMBER gives another one to look for tests that lean on each other.
/// </summary>
public sealed class TestOrder : ITestCaseOrderer
{
    private static readonly string Seed = Environment.GetEnvironmentVariable("CCRI_TEST_ORDER") ?? "";

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderBy(test => Hash(Seed + test.TestCaseDisplayName)).ThenBy(test => test.TestCaseDisplayName, StringComparer.Ordinal)];

    /// <summary>FNV-1a: string.GetHashCode differs in every process.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
