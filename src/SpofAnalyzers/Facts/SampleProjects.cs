using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>Recognises projects that show how something is done and run nowhere.</summary>
internal static class SampleProjects
{
    private static readonly string[] Words = ["Sample", "Samples", "Demo", "Demos", "Example", "Examples", "Playground", "Quickstart", "Tutorial"];

    /// <summary>True when a part of the assembly's name says so (<c>Shop.Sample</c>, <c>EventDemo</c>).</summary>
    public static bool Is(Compilation compilation)
    {
        foreach (var part in (compilation.AssemblyName ?? "").Split('.', '-', '_'))
        {
            if (Words.Any(w => part.EndsWith(w, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
