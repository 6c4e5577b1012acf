using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Manifests.EnvFiles;

/// <summary>An env file after reading: its variables in order, a later one of the same name overriding an earlier one.</summary>
/// <param name="Path">Relative to the scanned root.</param>
/// <param name="Variables">What it sets.</param>
/// <param name="Gaps">Lines that could not be read.</param>
internal sealed record EnvFile(string Path, ImmutableArray<Variable> Variables, ImmutableArray<Gap> Gaps);
