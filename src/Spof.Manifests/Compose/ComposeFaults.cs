using Spof.Manifests.Scanning;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>Says why a file with the name of a Compose file cannot be used as one.</summary>
internal static class ComposeFaults
{
    private static readonly string[] TopLevelKeys = ["version", "name", "networks", "volumes", "secrets", "configs", "models"];

    /// <summary>The gap to list in place of the file; null when it defines services or includes files that do.</summary>
    public static Gap? Of(ManifestFile file)
    {
        if (file.Yaml.Documents.FirstOrDefault() is not { } root)
        {
            return Broken(file) ?? new Gap(file.Start, "Compose: the file is empty", GapKind.Error);
        }

        if (root is not YamlMapping)
        {
            return Broken(file) ?? new Gap(root.At, "Compose: the file is no mapping with 'services'", GapKind.Error);
        }

        if (root.Entries.FirstOrDefault(e => e.Key == "services") is { Key: not null } services)
        {
            return services.Value switch
            {
                YamlMapping { Entries.Count: > 0 } => null,
                YamlMapping or { IsNull: true } when root["include"] is null => new Gap(services.KeyAt, "Compose: no service is defined", GapKind.Error),
                YamlMapping or { IsNull: true } => null,
                _ => new Gap(services.KeyAt, "Compose: 'services' is not a mapping of names to services", GapKind.Error),
            };
        }

        return root["include"] is YamlSequence ? null : WithoutServices(file, root);
    }

    private static Gap? Broken(ManifestFile file) => file.Yaml.Break is not { } broken ? null
        : TemplateMarkup.HasControlLine(file.Text) ? new Gap(file.Start, "not read by this version: Compose template, not rendered")
        : broken.ToGap();

    private static Gap WithoutServices(ManifestFile file, YamlNode root)
    {
        if (Broken(file) is { } broken)
        {
            return broken;
        }

        if (root.Entries.Count > 0 && root.Entries.All(e => e.Value["image"] is not null || e.Value["build"] is not null))
        {
            return new Gap(file.Start, "Compose: files of the first version (without 'services') are not read");
        }

        // A part that only adds volumes or networks to another file, or a workflow that is named after what it starts.
        return root.Entries.All(e => TopLevelKeys.Contains(e.Key) || e.Key.StartsWith("x-", StringComparison.Ordinal))
            ? new Gap(file.Start, "Compose: not used, because the file defines no services")
            : new Gap(file.Start, "Compose: not read, because the file has the name of a Compose file and no 'services'");
    }
}
