using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Finds the resource whose operator makes the selected pods: they are in no manifest and carry the name of their resource.</summary>
internal sealed class OperatorPods(ObjectSet objects)
{
    /// <returns>Id of the resource and what the pods of the asked role serve; null when no known operator makes such pods.</returns>
    public (string ResourceId, Access Serves)? Find(string ns, IReadOnlyList<YamlEntry> selector)
    {
        foreach (var known in OperatorCatalog.All)
        {
            var name = selector.FirstOrDefault(e => e.Key == known.NameLabel).Value?.Text;
            if (name is null || objects.Find(known.Kind, ns, name) is not { } resource || resource.Group != known.Group)
            {
                continue;
            }

            var role = selector.FirstOrDefault(e => e.Key == known.RoleLabel).Value?.Text;
            return (resource.Id, role is "replica" ? Access.Read : Access.Both);
        }

        return null;
    }
}
