using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Reads what an object initializer sets.</summary>
internal static class Initializers
{
    /// <summary>The value that the initializer of a creation gives to a property, or null.</summary>
    public static IOperation? Value(IObjectCreationOperation creation, string property)
    {
        if (creation.Initializer is not { } list)
        {
            return null;
        }

        foreach (var initializer in list.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
                && target.Property.Name == property)
            {
                return assignment.Value;
            }
        }

        return null;
    }
}
