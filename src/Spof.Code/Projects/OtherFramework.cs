using System.Collections.Immutable;

namespace Spof.Code.Projects;

/// <summary>What a project that builds for several frameworks compiles for one that was not chosen.</summary>
/// <param name="Moniker">The framework as the project file writes it.</param>
/// <param name="PreprocessorSymbols">Symbols that are defined for it.</param>
/// <param name="Sources">Full paths of its sources.</param>
internal sealed record OtherFramework(string Moniker, ImmutableArray<string> PreprocessorSymbols, ImmutableArray<string> Sources);
