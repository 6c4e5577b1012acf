using System.Xml.Linq;

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

    public void Collect(XElement root, int source)
    {
        if (root.Name.LocalName != "opsa-mef")
        {
            throw root.Error(source, $"<{root.Name.LocalName}> is no Open-PSA model: the root is called <opsa-mef>");
        }

        _name ??= root.Attribute("name")?.Value;
        foreach (var element in root.Content())
        {
            switch (element.Name.LocalName)
            {
                case "define-fault-tree":
                    _name ??= element.Required(source, "name");
                    CollectContainer(element, source, "", isPrivate: false, depth: 0);
                    break;
                case "model-data":
                    foreach (var definition in element.Content())
                    {
                        CollectDefinition(definition, source, "", isPrivate: false);
                    }

                    break;
                default:
                    throw element.NotSupported(source);
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
            [.. _basicEvents.Select(e => new EventDefinition(e.Name, e.Element.Content().Count == 0 ? null : expressions.Value(Only(e), e), e.Place))],
            [.. _houseEvents.Select(h => new HouseDefinition(h.Name, h.Element.Content().Count > 0 && State(h), h.Place))]);
    }

    private void CollectContainer(XElement container, int source, string path, bool isPrivate, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw container.Error(source, $"components are nested more than {DeepestNesting} deep");
        }

        var inner = Scopes.Join(path, container.Required(source, "name"));
        var isInnerPrivate = IsPrivate(container, source, isPrivate);
        foreach (var element in container.Content())
        {
            if (element.Name.LocalName == "define-component")
            {
                CollectContainer(element, source, inner, isInnerPrivate, depth + 1);
            }
            else
            {
                CollectDefinition(element, source, inner, isInnerPrivate);
            }
        }
    }

    private void CollectDefinition(XElement element, int source, string path, bool isPrivate)
    {
        var kind = element.Name.LocalName;
        var list = kind switch
        {
            "define-gate" => _gates,
            "define-basic-event" => _basicEvents,
            "define-house-event" => _houseEvents,
            "define-parameter" => _parameterList,
            _ => throw element.NotSupported(source),
        };
        var name = (kind == "define-parameter" ? _parameters : _events)
            .Add(path, element.Required(source, "name"), IsPrivate(element, source, isPrivate));
        list.Add(new Definition(name, element, path, source));
    }

    private static bool IsPrivate(XElement element, int source, bool inherited) => element.Attribute("role")?.Value switch
    {
        null => inherited,
        "private" => true,
        "public" => false,
        var other => throw element.Error(source, $"'{other}' is no role; there are 'public' and 'private'"),
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

    private static XElement Only(Definition definition) => definition.Element.Content() is [var only]
        ? only
        : throw definition.Element.Error(definition.Source, $"'{definition.Name}' is not defined by exactly one element");

    private static bool State(Definition house) => Only(house) is { Name.LocalName: "constant" } constant
        ? constant.Boolean(house.Source)
        : throw Only(house).NotSupported(house.Source);
}

/// <param name="Name">Name in the model.</param>
/// <param name="Element">The element that defines it.</param>
/// <param name="Path">The containers that it lies in.</param>
/// <param name="Source">Number of the input.</param>
internal sealed record Definition(string Name, XElement Element, string Path, int Source)
{
    public Place Place => Element.PlaceOf(Source);
}
