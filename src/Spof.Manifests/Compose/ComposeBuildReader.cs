using System.Collections.Immutable;
using Spof.Manifests.Containers;
using Spof.Manifests.EnvFiles;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>Reads <c>build</c> and the Dockerfile that it names.</summary>
internal static class ComposeBuildReader
{
    public static ComposeImageBuild Read(YamlNode service, ComposeContext context, List<Unknown> unknowns)
    {
        if (service["build"] is not { IsNull: false } written)
        {
            return ComposeImageBuild.None;
        }

        var build = ComposeMerge.Build(written);
        var contextNode = build["context"];
        var folder = contextNode is null ? InterpolatedText.Literal(".") : context.Expand(contextNode);
        if (!folder.IsKnown)
        {
            return Unknown(folder.UnknownReason!);
        }

        if (IsRemote(folder.Text))
        {
            return Unknown("the build context is not part of this repository");
        }

        if (ComposeContext.Path(contextNode ?? build, folder.Text) is not { } root)
        {
            return Unknown("the build context lies outside of the scanned folder");
        }

        var at = ComposeContext.At(written.At, $"build: {(root.Length == 0 ? "." : root)}");
        var arguments = Arguments(build["args"], context);
        if (build["dockerfile_inline"] is YamlScalar { Text: { } inline } inlineNode)
        {
            var offset = inlineNode.IsBlock ? inlineNode.Line : inlineNode.Line - 1;
            return From(DockerfileReader.Read(inlineNode.At.Path, inline, arguments, offset), inlineNode.At.Path);
        }

        var name = build["dockerfile"] is { } nameNode ? context.Expand(nameNode) : InterpolatedText.Literal("Dockerfile");
        if (!name.IsKnown)
        {
            return Unknown(name.UnknownReason!);
        }

        if (RootedPath.Resolve(root, name.Text) is not { } path)
        {
            return Unknown("the Dockerfile lies outside of the scanned folder");
        }

        if (context.Reading.Files.Open(path) is not { } file)
        {
            context.MissingDockerfile(written.At, path);
            return new ComposeImageBuild(new BuildDeclaration(root, path, null, [], at, null), null, null, null);
        }

        context.Reading.AddInput(path, "dockerfile");
        return From(DockerfileReader.Read(path, file.Text, arguments), path);

        ComposeImageBuild From(Dockerfile dockerfile, string dockerfilePath)
        {
            context.Reading.Add(dockerfile.Gaps);
            var target = context.Expand(build["target"]);
            var stage = dockerfile.Target(target.Text.Length == 0 ? null : target.Text);
            if (stage is null)
            {
                if (target.Text.Length > 0)
                {
                    context.Gap(build["target"]!.At, "the Dockerfile has no stage of the name that the build asks for", GapKind.Error);
                }

                return new ComposeImageBuild(new BuildDeclaration(root, dockerfilePath, null, [], at, null), dockerfile, null, null);
            }

            var entry = ImageEntry.Of(dockerfile, stage, root);
            var entryAt = entry.At is { } position && entry.EntryAssembly is { } assembly
                ? ComposeContext.At(position, $"starts {assembly}")
                : null;
            var declaration = new BuildDeclaration(root, dockerfilePath, entry.EntryAssembly, entry.ProjectFiles, at, entryAt);
            return new ComposeImageBuild(declaration, dockerfile, stage, entry);
        }

        ComposeImageBuild Unknown(string reason)
        {
            unknowns.Add(new Unknown("build", reason, written.At));
            return ComposeImageBuild.None;
        }
    }

    private static ImmutableDictionary<string, Variable> Arguments(YamlNode? node, ComposeContext context)
    {
        if (node is null)
        {
            return ImmutableDictionary<string, Variable>.Empty;
        }

        var arguments = ImmutableDictionary.CreateBuilder<string, Variable>(StringComparer.Ordinal);
        foreach (var (name, at, value) in ComposeMerge.KeyedList(node).Entries)
        {
            if (value.IsNull)
            {
                if (context.Variable(name, at) is { } outer)
                {
                    arguments[name] = outer;
                }

                continue;
            }

            var expanded = context.Expand(value);
            arguments[name] = new Variable(name, expanded.Text, expanded.UnknownReason, ComposeContext.At(at, name));
        }

        return arguments.ToImmutable();
    }

    private static bool IsRemote(string context) =>
        context.Contains("://", StringComparison.Ordinal) || context.StartsWith("git@", StringComparison.Ordinal)
        || context.StartsWith("github.com/", StringComparison.Ordinal) || context.Contains(".git#", StringComparison.Ordinal);
}
