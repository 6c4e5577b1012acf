namespace Spof.Manifests.Compose;

/// <summary>Compose files that are started together.</summary>
/// <param name="Folder">Folder of the first file, relative to the scanned root.</param>
/// <param name="Variant">Null for what <c>docker compose up</c> starts; else the variant, such as "prod".</param>
/// <param name="Files">The files, base first.</param>
/// <param name="Document">What they give together.</param>
internal sealed record ComposeGroup(string Folder, string? Variant, IReadOnlyList<string> Files, ComposeDocument Document)
{
    /// <summary>The variables that the files may use.</summary>
    public required ComposeVariables Variables { get; init; }
}
