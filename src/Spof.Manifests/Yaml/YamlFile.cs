using Spof.Model;

namespace Spof.Manifests.Yaml;

/// <summary>What could be read of a YAML file.</summary>
/// <param name="Path">Path relative to the scanned root.</param>
/// <param name="Documents">Roots of the documents, in order; empty documents are left out.</param>
/// <param name="Errors">What is broken; the documents before and after a broken one are kept.</param>
public sealed record YamlFile(string Path, IReadOnlyList<YamlNode> Documents, IReadOnlyList<YamlError> Errors)
{
    /// <summary>The first fault for which a document, or the rest of one, is lost; null when all documents are there.</summary>
    public YamlError? Break => Errors.FirstOrDefault(e => e.LosesDocument);
}

/// <param name="At">Where the fault stands.</param>
/// <param name="Message">What is wrong, in one sentence, without text of the file.</param>
/// <param name="LosesDocument">True when the document could not be read because of it.</param>
public sealed record YamlError(SourcePosition At, string Message, bool LosesDocument = false)
{
    public Gap ToGap() => new(At, Message, GapKind.Error);
}
