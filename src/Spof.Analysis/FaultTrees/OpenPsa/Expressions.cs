namespace Spof.Analysis.FaultTrees.OpenPsa;

/// <summary>Reads probabilities: constants, and parameters that are constants.</summary>
internal sealed class Expressions(Scopes scopes, IEnumerable<Definition> parameters)
{
    private readonly Dictionary<string, Definition> _parameters = Unique(parameters);

    public double Value(Element element, Definition user)
    {
        // A parameter may be another one; more steps than there are parameters are a circle.
        for (var steps = 0; element.Name == "parameter"; steps++)
        {
            var name = scopes.Resolve(user.Path, element.Required("name"));
            if (!_parameters.TryGetValue(name, out var parameter))
            {
                throw element.Error($"'{user.Name}' uses the parameter '{name}', which is not defined");
            }

            if (steps > _parameters.Count)
            {
                throw element.Error($"the parameter '{name}' is defined by itself");
            }

            user = parameter;
            element = parameter.Element.Content is [var only]
                ? only
                : throw parameter.Element.Error($"'{name}' is not defined by exactly one element");
        }

        return element.Name switch
        {
            "float" or "int" => element.Number(),
            "bool" => element.Boolean() ? 1 : 0,
            var other => throw element.Error($"<{other}> is not supported: the value of '{user.Name}' has to be a constant"),
        };
    }

    private static Dictionary<string, Definition> Unique(IEnumerable<Definition> parameters)
    {
        var byName = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            if (!byName.TryAdd(parameter.Name, parameter))
            {
                throw parameter.Element.Error($"the parameter '{parameter.Name}' is defined twice, first in line {byName[parameter.Name].Place.Line}");
            }
        }

        return byName;
    }
}
