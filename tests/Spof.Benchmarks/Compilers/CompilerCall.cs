namespace Spof.Benchmarks.Compilers;

/// <summary>One call of the C# compiler as a build made it.</summary>
/// <param name="Folder">Folder of the project, where the compiler runs.</param>
/// <param name="Arguments">What followed the compiler's name.</param>
internal sealed record CompilerCall(string Folder, IReadOnlyList<string> Arguments)
{
    /// <summary>The same call without what a package brings to it: its analyzers, configuration and additional files.</summary>
    /// <param name="packages">Ids of packages; they are folders of the package folder.</param>
    public CompilerCall Without(params IReadOnlyList<string> packages) =>
        this with { Arguments = [.. Arguments.Where(a => !packages.Any(p => IsOf(p, a)))] };

    /// <summary>The same call with the analyzers of one package alone.</summary>
    public CompilerCall WithOnly(string package) =>
        this with { Arguments = [.. Arguments.Where(a => !a.StartsWith("/analyzer:", StringComparison.Ordinal) || IsOf(package, a))] };

    public CompilerCall With(params IReadOnlyList<string> more) => this with { Arguments = [.. Arguments, .. more] };

    private static bool IsOf(string package, string argument) =>
        argument.StartsWith('/') && argument.Replace('\\', '/').Contains($"/{package}/", StringComparison.OrdinalIgnoreCase);
}
