namespace Spof.Analysis.FaultTrees.Compiling;

/// <summary>What each name of a model stands for. Gates, basic events and house events share one space of names.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, Named> _named = new(StringComparer.Ordinal);

    /// <exception cref="FaultTreeException">A name is defined twice.</exception>
    public NameTable(FaultTreeModel model)
    {
        for (var i = 0; i < model.Events.Length; i++)
        {
            Add(model.Events[i].Name, new(NameKind.Event, i, model.Events[i].Place));
        }

        for (var i = 0; i < model.HouseEvents.Length; i++)
        {
            Add(model.HouseEvents[i].Name, new(NameKind.House, i, model.HouseEvents[i].Place));
        }

        for (var i = 0; i < model.Gates.Length; i++)
        {
            Add(model.Gates[i].Name, new(NameKind.Gate, i, model.Gates[i].Place));
        }
    }

    public bool TryFind(string name, out Named found) => _named.TryGetValue(name, out found);

    /// <exception cref="FaultTreeException">The name is not defined.</exception>
    public Named Find(ReferenceFormula reference, string gate) =>
        _named.TryGetValue(reference.Name, out var found)
            ? found
            : throw new FaultTreeException($"gate '{gate}' uses '{reference.Name}', which is not defined", reference.Place);

    private void Add(string name, Named named)
    {
        if (!_named.TryAdd(name, named))
        {
            var other = _named[name].Place.Line;
            throw new FaultTreeException($"'{name}' is defined twice{(other > 0 ? $", first in line {other}" : "")}", named.Place);
        }
    }
}

internal enum NameKind
{
    Event,
    House,
    Gate,
}

/// <param name="Kind">Which list of the model.</param>
/// <param name="Index">Place in that list.</param>
/// <param name="Place">Where it is defined.</param>
internal readonly record struct Named(NameKind Kind, int Index, Place Place);
