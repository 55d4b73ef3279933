namespace PartyRealtime.WireTests.Measurements;

/// <summary>The shape of the alarms; that their metrics exist is held by <see cref="MetricNameTests"/>.</summary>
public sealed class AlertRuleTests
{
    private static readonly IReadOnlyList<AlertRule> Rules = AlertRule.Read(File.ReadAllText(MetricNames.Tree("deploy/prometheus/partyrealtime.rules.yml")));

    [Fact]
    public void Every_alarm_has_a_name_of_its_own_and_says_what_is_wrong_and_where_to_look()
    {
        Assert.InRange(Rules.Count, 20, 100);
        Assert.Equal(Rules.Count, Rules.Select(rule => rule.Name).Distinct().Count());
        Assert.All(Rules, rule => Assert.EndsWith(".", rule.Summary, StringComparison.Ordinal));
        Assert.All(Rules, rule => Assert.EndsWith(".", rule.Todo, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_query_closes_what_it_opens_names_the_job_and_is_held_against_a_value()
    {
        Assert.All(Rules, rule => Assert.True(IsClosed(rule.Query), rule.Query));
        Assert.All(Rules, rule => Assert.Matches(@"[><=] ?[\d.]+", rule.Query));
        Assert.All(Rules, rule => Assert.Equal(rule.Query.Count(letter => letter == '{'), rule.Query.Split("{job=\"partyrealtime\"").Length - 1));
        // A plain scalar of YAML ends there.
        Assert.All(Rules, rule => Assert.DoesNotContain(": ", rule.Query, StringComparison.Ordinal));
        Assert.All(Rules, rule => Assert.DoesNotContain(" #", rule.Query, StringComparison.Ordinal));
    }

    private static bool IsClosed(string query)
    {
        var open = new Stack<char>();
        var isText = false;
        foreach (var letter in query)
        {
            if (letter == '"')
                isText = !isText;
            else if (isText)
                continue;
            else if (letter is '(' or '{' or '[')
                open.Push(letter);
            else if (letter is ')' or '}' or ']' && (!open.TryPop(out var begun) || begun != letter switch { ')' => '(', '}' => '{', _ => '[' }))
                return false;
        }

        return open.Count == 0 && !isText;
    }
}
