
namespace Spof.Analysis.FaultTrees.OpenPsa;

/// <summary>Collects what the inputs define, and makes a model of it once all names are known.</summary>
internal sealed class Definitions
{
    private const int DeepestNesting = 100;
    private readonly Scopes _events = new();
    private readonly Scopes _parameters = new();
    private readonly List<Definition> _gates = [];
    private readonly List<Definition> _basicEvents = [];
    private readonly List<Definition> _houseEvents = [];
    private readonly List<Definition> _parameterList = [];
    private string? _name;

    public void Collect(Element root)
    {
        if (root.Name != "opsa-mef")
        {
            throw root.Error($"<{root.Name}> is no Open-PSA model: the root is called <opsa-mef>");
        }

        _name ??= root.Attribute("name");
        foreach (var element in root.Content)
        {
            switch (element.Name)
            {
                case "define-fault-tree":
                    _name ??= element.Required("name");
                    CollectContainer(element, "", isPrivate: false, depth: 0);
                    break;
                case "model-data":
                    foreach (var definition in element.Content)
                    {
                        CollectDefinition(definition, "", isPrivate: false);
                    }

                    break;
                default:
                    throw element.NotSupported();
            }
        }
    }

    public FaultTreeModel Model()
    {
        var formulas = new Formulas(_events, Kinds());
        var expressions = new Expressions(_parameters, _parameterList);
        return new FaultTreeModel(
            _name ?? "model",
            [.. _gates.Select(g => new GateDefinition(g.Name, formulas.Read(Only(g), g), g.Place))],
            [.. _basicEvents.Select(e => new EventDefinition(e.Name, e.Element.Content.Count == 0 ? null : expressions.Value(Only(e), e), e.Place))],
            [.. _houseEvents.Select(h => new HouseDefinition(h.Name, h.Element.Content.Count > 0 && State(h), h.Place))]);
    }

    private void CollectContainer(Element container, string path, bool isPrivate, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw container.Error($"components are nested more than {DeepestNesting} deep");
        }

        var inner = Scopes.Join(path, container.Required("name"));
        var isInnerPrivate = IsPrivate(container, isPrivate);
        foreach (var element in container.Content)
        {
            if (element.Name == "define-component")
            {
                CollectContainer(element, inner, isInnerPrivate, depth + 1);
            }
            else
            {
                CollectDefinition(element, inner, isInnerPrivate);
            }
        }
    }

    private void CollectDefinition(Element element, string path, bool isPrivate)
    {
        var kind = element.Name;
        var list = kind switch
        {
            "define-gate" => _gates,
            "define-basic-event" => _basicEvents,
            "define-house-event" => _houseEvents,
            "define-parameter" => _parameterList,
            _ => throw element.NotSupported(),
        };
        var name = (kind == "define-parameter" ? _parameters : _events)
            .Add(path, element.Required("name"), IsPrivate(element, isPrivate));
        list.Add(new Definition(name, element, path));
    }

    private static bool IsPrivate(Element element, bool inherited) => element.Attribute("role") switch
    {
        null => inherited,
        "private" => true,
        "public" => false,
        var other => throw element.Error($"'{other}' is no role; there are 'public' and 'private'"),
    };

    private Dictionary<string, string> Kinds()
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (list, kind) in new[] { (_gates, "gate"), (_basicEvents, "basic-event"), (_houseEvents, "house-event") })
        {
            foreach (var definition in list)
            {
                kinds.TryAdd(definition.Name, kind);
            }
        }

        return kinds;
    }

    private static Element Only(Definition definition) => definition.Element.Content is [var only]
        ? only
        : throw definition.Element.Error($"'{definition.Name}' is not defined by exactly one element");

    private static bool State(Definition house) => Only(house) is { Name: "constant" } constant
        ? constant.Boolean()
        : throw Only(house).NotSupported();
}

/// <param name="Name">Name in the model.</param>
/// <param name="Element">The element that defines it.</param>
/// <param name="Path">The containers that it lies in.</param>
internal sealed record Definition(string Name, Element Element, string Path)
{
    public Place Place => Element.Place;
}
