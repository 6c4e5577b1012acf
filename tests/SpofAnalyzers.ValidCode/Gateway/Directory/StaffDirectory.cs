using System.DirectoryServices.Protocols;

namespace Harbor.Gateway.Directory;

/// <summary>The name of the domain leads to any of its controllers.</summary>
public sealed class StaffDirectory(IConfiguration configuration)
{
    public string? NameOf(string account)
    {
        using var connection = new LdapConnection(new LdapDirectoryIdentifier(configuration["Directory:Domain"]!));
        var answer = (SearchResponse)connection.SendRequest(new SearchRequest("DC=harbor,DC=local", $"(sAMAccountName={account})", SearchScope.Subtree, "displayName"));
        return answer.Entries.Count == 0 ? null : answer.Entries[0].Attributes["displayName"][0] as string;
    }
}
