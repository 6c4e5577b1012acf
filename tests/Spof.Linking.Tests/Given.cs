using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking.Tests;

/// <summary>Small declarations and code models, so that a test shows only what it is about.</summary>
internal static class Given
{
    public static Evidence At(string text = "", string file = "deploy.yaml", int line = 1, EvidenceLayer layer = EvidenceLayer.Manifest) =>
        new(layer, new SourcePosition(file, line), text);

    public static WorkloadDeclaration Workload(string name, int replicas = 1, string scope = "shop", string kind = "Deployment", params ContainerDeclaration[] containers) => new()
    {
        Id = $"k8s:{scope}/{kind}/{name}",
        Name = name,
        Scope = scope,
        SourceKind = kind,
        Instances = Count.Exactly(replicas),
        InstancesAt = At($"replicas: {replicas}", name + ".yaml", 10),
        At = At(name, name + ".yaml", 1),
        Containers = containers.Length > 0 ? [.. containers] : [Container(name, "acme/" + name + ":1")],
    };

    public static ContainerDeclaration Container(string name, string? image, params (string Key, string Value)[] environment) => new()
    {
        Name = name,
        Image = image,
        ImageAt = image is null ? null : At("image: " + image, name + ".yaml", 5),
        Environment = [.. environment.Select(e => Setting(e.Key, e.Value, name + ".yaml"))],
    };

    public static Setting Setting(string key, string value, string file = "deploy.yaml") =>
        SettingFactory.Create(key, value, [At(key, file, 20)]);

    public static NameDeclaration Service(string name, params WorkloadDeclaration[] behind) => new()
    {
        Id = $"k8s:{(behind.Length > 0 ? behind[0].Scope : "shop")}/Service/{name}",
        Name = name,
        Scope = behind.Length > 0 ? behind[0].Scope : "shop",
        WorkloadIds = [.. behind.Select(b => b.Id)],
        At = At(name, name + ".yaml", 30),
    };

    public static TargetDeclaration Cluster(IEnumerable<WorkloadDeclaration> workloads, IEnumerable<NameDeclaration>? names = null) => new()
    {
        Id = "k8s",
        Kind = TargetKind.Kubernetes,
        Name = "kubernetes",
        Workloads = [.. workloads],
        Names = [.. names ?? []],
    };

    public static CodeProject Project(string name, ProjectKind kind = ProjectKind.Web, params CodeDependency[] dependencies) => new()
    {
        Id = "code:" + name,
        AssemblyName = name,
        RootNamespace = name,
        Path = $"src/{name}/{name}.csproj",
        Kind = kind,
        Dependencies = [.. dependencies],
    };

    public static CodeDependency Reads(string key, Technology technology = Technology.Http, Strength strength = Strength.Hard) => new()
    {
        Id = "code:x/" + key,
        Name = key,
        Technology = technology,
        Strength = strength,
        Address = new CodeAddress { Origin = AddressOrigin.ConfigurationKey, Key = key },
        Evidence = [At($"configuration[\"{key}\"]", "Program.cs", 7, EvidenceLayer.Code)],
    };

    public static CodeDependency Calls(string url, AddressOrigin origin = AddressOrigin.Literal, Strength strength = Strength.Hard)
    {
        var uri = new Uri(url);
        return new CodeDependency
        {
            Id = "code:x/" + uri.Host,
            Name = uri.Host,
            Technology = Technology.Http,
            Strength = strength,
            Address = new CodeAddress { Origin = origin, Endpoints = [new EndpointAddress(uri.Host, null, uri.Scheme)] },
            Evidence = [At(url, "Program.cs", 9, EvidenceLayer.Code)],
        };
    }

    public static DeploymentTarget Link(TargetDeclaration target, params CodeProject[] projects) =>
        Link(SpofSettings.Default, target, projects);

    public static DeploymentTarget Link(SpofSettings settings, TargetDeclaration target, params CodeProject[] projects)
    {
        var system = Linker.Link(
            new CodeModel { Projects = [.. projects] },
            new ManifestModel { Targets = [target] },
            new LinkOptions { SystemName = "shop", Settings = settings });
        return system.Targets[0];
    }

    public static Component Component(this DeploymentTarget target, string idOrAlias) =>
        Assert.Single(target.Components, c => c.Id == idOrAlias || c.Aliases.Contains(idOrAlias));

    public static ImmutableArray<Dependency> From(this DeploymentTarget target, string id) => [.. target.Dependencies.Where(d => d.From == id)];
}
