using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Adds to each workload what clustering variables say, once all host names are known.</summary>
internal sealed class ReplicationReader
{
    private readonly Dictionary<(string Scope, string Name), string> _byName = [];

    public ReplicationReader(IEnumerable<NameDeclaration> names)
    {
        foreach (var name in names.Where(n => n.WorkloadIds.Length == 1))
        {
            _byName.TryAdd((name.Scope, name.Name), name.WorkloadIds[0]);
            foreach (var absolute in name.OtherNames)
            {
                _byName.TryAdd(("", absolute), name.WorkloadIds[0]);
            }
        }
    }

    public WorkloadDeclaration Complete(WorkloadReading workload)
    {
        var declaration = workload.Declaration;
        if (declaration.Role != WorkloadRole.Service)
        {
            return declaration;
        }

        var containers = workload.Containers.Where(c => !c.Declaration.IsInit).Select(c => c.Member).ToList();
        var (replication, dataUnknown) = ClusteringVariables.Read(declaration.Id, containers, host => Resolve(declaration.Scope, host));
        if (replication is null)
        {
            return declaration;
        }

        var completed = declaration with { Replication = replication };
        return dataUnknown is null
            ? completed
            : completed with { Unknowns = declaration.Unknowns.Add(new Unknown("replication", dataUnknown, replication.Evidence[0].At)) };
    }

    // Names are kept in lower case, as DNS compares them.
    private string? Resolve(string scope, string host)
    {
        var name = host.ToLowerInvariant();
        return _byName.TryGetValue((scope, name), out var id) || _byName.TryGetValue(("", name), out id) ? id : null;
    }
}
