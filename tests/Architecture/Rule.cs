using NetArchTest.Rules;

namespace PartyRealtime.ArchitectureTests;

/// <summary>A rule over types. A rule whose filter matches no type fails: it would hold whatever the code did.</summary>
internal static class Rule
{
    /// <summary>None of the selected types refers to one of these namespaces (or types) or to what lies below them.</summary>
    public static void NoDependency(PredicateList selected, params string[] namespaces)
    {
        Assert.NotEmpty(selected.GetTypes());
        Report(selected.ShouldNot().HaveDependencyOnAny(namespaces).GetResult(), "depends on " + string.Join(" or ", namespaces));
    }

    /// <summary>All of the selected types meet the condition.</summary>
    public static void Each(PredicateList selected, Func<Conditions, ConditionList> condition, string broken)
    {
        Assert.NotEmpty(selected.GetTypes());
        Report(condition(selected.Should()).GetResult(), broken);
    }

    private static void Report(NetArchTest.Rules.TestResult result, string broken) =>
        Findings.AssertNone((result.FailingTypeNames ?? []).Select(type => $"{type} {broken}"));
}
