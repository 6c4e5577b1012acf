using Spof.Model;

namespace Spof.Manifests.Compose.Clustering;

/// <summary>
/// Finds services that are members of one cluster by the variables and flags with which the technologies are told so. Services
/// that are members together each list all members, so that they can be taken as one component.
/// </summary>
internal static class ClusterDetection
{
    /// <returns>Declarations by workload id.</returns>
    public static Dictionary<string, ReplicationDeclaration> Find(IReadOnlyList<ComposeService> services)
    {
        var view = new ClusterView(services);
        var found = new Dictionary<string, ReplicationDeclaration>(StringComparer.Ordinal);
        foreach (var (id, declaration) in MemberLists.Find(view)
            .Concat(SharedNames.Find(view))
            .Concat(PatroniClusters.Find(view))
            .Concat(Followers.Find(view)))
        {
            found.TryAdd(id, declaration);
        }

        return found;
    }
}
