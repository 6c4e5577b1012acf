using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using Spof.Code.Discovery;
using Spof.Model;
using SpofAnalyzers.Rules;

namespace Spof.Code.Sources;

/// <summary>A catalogue file that was read.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Text">Its text; null when nothing of it counts.</param>
/// <param name="Gaps">What was not understood.</param>
internal sealed record CatalogueFile(string Path, SourceText? Text, ImmutableArray<Gap> Gaps)
{
    /// <param name="path">Full path.</param>
    /// <param name="root">The scanned root.</param>
    /// <param name="package">Id of the package that the file lies in; null for none.</param>
    public static CatalogueFile Read(string path, ScanRoot root, string? package = null)
    {
        var from = package is null ? "" : $" of package '{package}'";
        try
        {
            var text = SourceFile.Read(path);
            return new CatalogueFile(
                path, text, [.. Catalogue.Of(text).Problems.Select(p => new Gap(root.At(path, p.At.Line, p.At.Column), $"Not a valid catalogue{from}: {p.Reason}.", GapKind.Error))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Unread(path, new Gap(root.At(path), $"File{from} cannot be read: {Reasons.Of(e)}.", GapKind.Error));
        }
    }

    public static CatalogueFile Unread(string path, Gap gap) => new(path, null, [gap]);
}
