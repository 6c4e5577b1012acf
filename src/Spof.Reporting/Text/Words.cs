using Spof.Model;

namespace Spof.Reporting;

/// <summary>The words of the model as people read them.</summary>
internal static class Words
{
    public static string Of(FindingLevel level) => level switch
    {
        FindingLevel.Error => "ERROR",
        FindingLevel.Warning => "WARN",
        FindingLevel.Note => "NOTE",
        _ => "off",
    };

    public static string Of(Access access) => access == Access.Both ? "read and write" : Of<Access>(access);

    public static string Of(FailureClass failure) => failure == FailureClass.ThirdParty ? "third party" : Of<FailureClass>(failure);

    /// <summary>A value whose name is its word.</summary>
    public static string Of<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>Behind the name of a target that does not count for the gate.</summary>
    public static string Of(TargetRole role) => role == TargetRole.Development ? " (development, not judged)" : "";

    /// <summary>Such as "replicas: variable 'n' has no default (main.tf:4)".</summary>
    public static string Of(Unknown unknown) => $"{unknown.What}: {unknown.Reason}{(unknown.At is { } at ? $" ({at})" : "")}";

    /// <summary>Such as "by team until 2027-03-31: planned (.spof/risks.yml:1)"; of one that ended, "by team, ended 2026-11-20: …".</summary>
    public static string Of(Acceptance acceptance) =>
        $"by {acceptance.Owner}{(acceptance.State == AcceptanceState.Accepted ? " until" : ", ended")} {acceptance.Until:yyyy-MM-dd}: {acceptance.Reason} ({acceptance.At})";

    public static string Count(int n, string one, string many) => n == 1 ? $"1 {one}" : $"{n} {many}";

    /// <summary>Names joined with commas; with more than <paramref name="most"/>, the first ones and how many more.</summary>
    public static string List(IEnumerable<string> names, int most = 6)
    {
        var all = names.ToArray();
        return all.Length <= most ? string.Join(", ", all) : string.Join(", ", all.Take(most)) + $" and {all.Length - most} more";
    }

    /// <summary>What a node is, in brackets behind its name.</summary>
    public static string Describe(Component component)
    {
        var parts = new List<string>();
        if (component.Technology is { } technology)
        {
            parts.Add(technology);
        }

        if (component.Kind == ComponentKind.ThirdParty)
        {
            parts.Add("third party");
        }
        else if (component.CanFail)
        {
            parts.Add(component.Instances.IsUnknown ? "instances unknown" : component.Instances is { IsExact: true, Min: 1 } ? "1 instance" : $"{component.Instances} instances");
        }

        return string.Join(", ", parts);
    }
}
