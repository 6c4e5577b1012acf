using Spof.Model;

namespace Spof.Reporting.Tests;

/// <summary>A small assessment with one certain single point of failure, a pair and a code finding.</summary>
internal static class Sample
{
    public static Evidence At(EvidenceLayer layer, string file, int line, string text, Certainty how = Certainty.Declared) =>
        new(layer, new SourcePosition(file, line, 5), text, how);

    public static Finding Finding(string rule = "SPOF7001", FindingLevel level = FindingLevel.Error, string name = "orders-db", string? message = null) => new()
    {
        RuleId = rule,
        Level = level,
        Message = message ?? $"Losing '{name}' stops 1 of 2 entry points: checkout.",
        NodeId = "k8s:shop/StatefulSet/orders-db",
        NodeName = name,
        TargetId = "k8s",
        Class = FailureClass.Instance,
        Modes = [Mode.Read, Mode.Write],
        Stops = ["k8s:shop/Ingress/web#/checkout"],
        Survives = ["k8s:shop/Ingress/web#/catalogue"],
        Chain =
        [
            At(EvidenceLayer.Code, "src/Orders/Program.cs", 21, "AddNpgsqlDataSource(\"orders\")"),
            At(EvidenceLayer.Config, "deploy/orders.yaml", 7, "ConnectionStrings__Orders", Certainty.Resolved),
            At(EvidenceLayer.Manifest, "deploy/orders-db.yaml", 12, "replicas: 1"),
        ],
        Confidence = Confidence.High,
        Verdict = Verdict.Certain,
        Fix = "Run a standby with automatic failover.",
        Fingerprint = "0123456789abcdef",
        Rank = 90.5,
    };

    public static Assessment Assessment(params Finding[] findings) => new()
    {
        System = new SystemModel
        {
            Name = "shop",
            Environment = "Production",
            Inputs = [new InputFile("deploy/orders-db.yaml", "kubernetes"), new InputFile("src/Orders/Orders.csproj", "C# project")],
            Gaps = [new Gap(new SourcePosition("deploy/broken.yaml", 3), "The document is broken", GapKind.Error)],
            Assumptions = [new Assumption("third-party-is-one", "An outside host counts as one.")],
            Targets =
            [
                new DeploymentTarget
                {
                    Id = "k8s",
                    Name = "kubernetes",
                    Kind = TargetKind.Kubernetes,
                    Components =
                    [
                        new Component
                        {
                            Id = "k8s:shop/StatefulSet/orders-db",
                            Name = "orders-db",
                            Kind = ComponentKind.Database,
                            Technology = "PostgreSQL",
                            Instances = Count.Exactly(1),
                            Required = Count.Exactly(1),
                        },
                    ],
                    Dependencies = [new Dependency { From = "code:Orders", Targets = ["k8s:shop/StatefulSet/orders-db"], Strength = Strength.Hard }],
                    EntryPoints =
                    [
                        new EntryPoint { Id = "k8s:shop/Ingress/web#/checkout", Name = "checkout", Kind = EntryPointKind.Ingress, ComponentId = "k8s:shop/StatefulSet/orders-db" },
                        new EntryPoint { Id = "k8s:shop/Ingress/web#/catalogue", Name = "catalogue", Kind = EntryPointKind.Ingress, ComponentId = "k8s:shop/StatefulSet/orders-db" },
                    ],
                    Unlinked = [new UnlinkedEndpoint("ordrs-db", "nothing answers to the name", "code:Orders", ["k8s:shop/StatefulSet/orders-db"], [])],
                    Coverage = new Coverage(9, 10, 1, 1),
                },
            ],
        },
        Findings = [.. findings.Length > 0 ? findings : [Finding()]],
    };

    /// <summary>Two projects, one of them read by the SDK.</summary>
    public static Assessment WithProjects()
    {
        var assessment = Assessment();
        return assessment with
        {
            System = assessment.System with
            {
                Projects =
                [
                    Project("Orders", new LoadQuality { LoaderReason = "the SDK does not evaluate the project", Files = 12, Candidates = 6, Bound = 4, MatchedByName = 1, PackagesMissing = ["Acme.Clients"], PackagesStubbed = ["Npgsql"] }),
                    Project("Billing", new LoadQuality { Loader = "exact", Files = 8, Candidates = 3, Bound = 3, PackagesMissing = ["acme.clients"] }),
                ],
            },
        };

        static CodeProject Project(string name, LoadQuality load) =>
            new() { Id = "code:" + name, AssemblyName = name, RootNamespace = name, Path = $"src/{name}/{name}.csproj", Load = load };
    }
}
