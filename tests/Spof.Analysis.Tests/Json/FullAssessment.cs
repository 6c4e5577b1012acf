using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Analysis.Tests.Json;

/// <summary>An assessment in which every member holds something.</summary>
internal static class FullAssessment
{
    public static Assessment Create()
    {
        var at = new SourcePosition("deploy/orders-db.yaml", 12, 3);
        var evidence = new Evidence(EvidenceLayer.Manifest, at, "replicas: 1", Certainty.Resolved);
        var unknown = new Unknown("replicas", "variable 'n' has no default", at);
        var component = new Component
        {
            Id = "k8s:shop/StatefulSet/orders-db",
            Aliases = ["k8s:shop/Service/orders-db"],
            Name = "orders-db",
            Kind = ComponentKind.Database,
            Technology = "PostgreSQL",
            StoreBehind = ComponentKind.Database,
            Instances = Count.Between(1, 3, "autoscaled"),
            Required = Count.Exactly(1),
            Replication = ReplicationStyle.PrimaryReplica,
            Failover = new Failover(FailoverKind.Automatic, 30.5),
            Placements =
            [
                new Placement { Kind = DomainKind.Zone, Shares = [new DomainShare("domain:zone/a", 1)], Evidence = [evidence] },
                new Placement { Kind = DomainKind.Host, Together = Count.Unknown("not constrained") },
            ],
            Update = UpdateStyle.Rolling,
            Projects = ["code:Orders"],
            Evidence = [evidence],
            Unknowns = [unknown],
        };
        var dependency = new Dependency
        {
            From = "k8s:shop/Deployment/web",
            Targets = [component.Id, "host:api.example.com"],
            Needed = 1,
            Strength = Strength.Hard,
            Access = Access.Read,
            Phase = Phase.Startup | Phase.Request,
            Reaches = Access.Write,
            Client = new Resilience { HasRetry = true, Retries = 3, TimeoutSeconds = 1.5, Evidence = [evidence] },
            Evidence = [evidence],
            Unknowns = [unknown],
        };
        var target = new DeploymentTarget
        {
            Id = "k8s",
            Name = "Kubernetes",
            Kind = TargetKind.Kubernetes,
            Components = [component],
            Dependencies = [dependency],
            Domains = [new Domain("domain:zone/a", DomainKind.Zone, "a", "domain:region/eu", [evidence])],
            EntryPoints =
            [
                new EntryPoint
                {
                    Id = "k8s:shop/Ingress/web#/checkout",
                    Name = "checkout",
                    Kind = EntryPointKind.Ingress,
                    ComponentId = "k8s:shop/Deployment/web",
                    Tier = 0,
                    Owner = "team-checkout",
                    Target = 99.95,
                    Evidence = [evidence],
                },
            ],
            Unlinked = [new UnlinkedEndpoint("mail", "no such service", "code:Orders", ["host:mail"], [evidence])],
            Unknowns = [unknown],
            Coverage = new Coverage(3, 4, 4, 6),
        };
        var cutSet = new CutSet(
            [new FailureEvent(FailureClass.ThirdParty, "host:api.example.com", 2, "primary")],
            Verdict.Possible,
            ["host:api.example.com", "k8s:shop/Deployment/web"],
            [unknown]);
        return new Assessment
        {
            System = new SystemModel
            {
                Name = "shop",
                Environment = "Production",
                Targets =
                [
                    target,
                    new DeploymentTarget
                    {
                        Id = "compose:shop",
                        Name = "shop",
                        Kind = TargetKind.Compose,
                        Role = TargetRole.Development,
                        Coverage = new Coverage(0, 5, 0, 5),
                    },
                ],
                Inputs = [new InputFile("deploy/orders-db.yaml", "kubernetes")],
                Gaps = [new Gap(at, "The file is no YAML.", GapKind.Error)],
                Remarks = [new Remark(new SourcePosition("spof.yml", 4, 5), "'nodes' match 'x' matches nothing", IsError: true)],
                Assumptions = [new Assumption("ingress-controller", "The ingress controller is redundant.")],
                Projects =
                [
                    new CodeProject
                    {
                        Id = "code:Orders",
                        AssemblyName = "Orders",
                        RootNamespace = "Shop.Orders",
                        Path = "src/Orders/Orders.csproj",
                        Kind = ProjectKind.Web,
                        References = ["src/Shared/Shared.csproj"],
                        Dependencies =
                        [
                            new CodeDependency
                            {
                                Id = "code:Orders/OrdersContext",
                                Technology = Technology.PostgreSql,
                                Name = "OrdersContext",
                                Address = new CodeAddress
                                {
                                    Origin = AddressOrigin.ConfigurationKey,
                                    Key = "ConnectionStrings:orders",
                                    Endpoints = [new EndpointAddress("orders-db", 5432, "postgres", "/x", "orders")],
                                    UnknownReason = "set elsewhere",
                                    Evidence = [evidence],
                                },
                                Strength = Strength.Soft,
                                Evidence = [evidence],
                            },
                        ],
                        State = [new StateHolder("code:Orders/Carts", "Carts._all", "Dictionary<string, Cart>", true, [evidence])],
                        Configuration =
                        [
                            new ConfigurationFile(
                                "src/Orders/appsettings.json",
                                "Production",
                                [new Setting { Key = "Db", Display = "orders-db", Options = ["abortConnect=false"], Evidence = [evidence] }],
                                true),
                        ],
                        Load = new LoadQuality { Files = 3, PackagesMissing = ["Npgsql"], Candidates = 5, Bound = 4 },
                    },
                ],
                CodeFindings =
                [
                    new CodeFinding(
                        "SPOF3001",
                        FindingLevel.Warning,
                        "No fallback.",
                        "Add a fallback.",
                        "host:api.example.com",
                        "code:Orders",
                        [evidence],
                        ImmutableSortedDictionary<string, string>.Empty.Add("host", "api.example.com")),
                ],
            },
            Targets =
            [
                new TargetAssessment
                {
                    TargetId = "k8s",
                    EntryPoints =
                    [
                        new EntryPointAssessment { EntryPointId = "k8s:shop/Ingress/web#/checkout", Mode = Mode.Write, CutSets = [cutSet] },
                    ],
                },
            ],
            Findings =
            [
                new Finding
                {
                    RuleId = "SPOF7001",
                    Level = FindingLevel.Error,
                    Message = "Losing 'orders-db' stops checkout → admin.",
                    NodeId = component.Id,
                    NodeName = "orders-db",
                    TargetId = "k8s",
                    TargetRole = TargetRole.Development,
                    Class = FailureClass.Host,
                    Modes = [Mode.Read, Mode.Start],
                    Nodes = ["a", "b"],
                    Stops = ["checkout"],
                    Survives = ["admin"],
                    Chain = [evidence],
                    Witness = ["a", "b"],
                    Confidence = Confidence.VeryHigh,
                    Verdict = Verdict.Possible,
                    Fix = "Add a standby.",
                    Unknowns = [unknown],
                    Fingerprint = "0123456789abcdef",
                    Acceptance = new Acceptance(AcceptanceState.Grace, "team", "planned", new DateOnly(2027, 3, 31), "OPS-1", new SourcePosition(".spof/risks.yml", 2, 3)),
                    Rank = 87.5,
                    Properties = ImmutableSortedDictionary<string, string>.Empty.Add("technology", "PostgreSQL"),
                },
            ],
        };
    }
}
