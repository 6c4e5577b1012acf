using System.Xml.Linq;
using Spof.Code.Discovery;
using Spof.Model;

namespace Spof.Code.Projects;

/// <summary>An item of a project file that waits until all properties are known.</summary>
/// <param name="Element">The item.</param>
/// <param name="File">Full path of the file that it stands in.</param>
/// <param name="Conditions">Conditions of the groups around it and its own, outermost first.</param>
internal sealed record PendingItem(XElement Element, string File, IReadOnlyList<string> Conditions);

/// <summary>
/// One pass over a project file and what it imports, for one target framework: properties are set in order, items are collected.
/// Targets and tasks are not run.
/// </summary>
internal sealed partial class ProjectEvaluation
{
    private const int MaxDepth = 24;

    /// <summary>Properties that decide what is compiled; an expression in one of them that is not understood is a gap.</summary>
    private static readonly HashSet<string> DecidingProperties = new(StringComparer.OrdinalIgnoreCase)
    {
        "TargetFramework", "TargetFrameworks", "AssemblyName", "RootNamespace", "OutputType", "DefineConstants", "LangVersion",
        "ImplicitUsings", "EnableDefaultItems", "EnableDefaultCompileItems", "DefaultItemExcludes", "IsTestProject", "ManagePackageVersionsCentrally",
    };

    private readonly ScanRoot _root;
    private readonly string _project;
    private readonly string _directory;
    private readonly XDocument _document;
    private readonly List<Gap> _gaps = [];
    private readonly List<PendingItem> _items = [];
    private readonly List<string> _sdks = [];

    private ProjectEvaluation(ScanRoot root, string project, XDocument document, string? solution, string? targetFramework)
    {
        _root = root;
        _project = project;
        _document = document;
        _directory = Path.GetDirectoryName(project)!;
        Expansion = new Expansion(Properties, root);
        Properties.Fix("Configuration", "Release");
        Properties.Fix("Platform", "AnyCPU");
        Properties.Fix("OS", "Unix");
        Properties.Fix("MSBuildProjectDirectory", _directory);
        Properties.Fix("MSBuildProjectFullPath", project);
        Properties.Fix("MSBuildProjectFile", Path.GetFileName(project));
        Properties.Fix("MSBuildProjectName", Path.GetFileNameWithoutExtension(project));
        Properties.Fix("MSBuildProjectExtension", Path.GetExtension(project));
        Properties.Fix("MSBuildRuntimeType", "Core");
        if (solution is not null)
        {
            Properties.Fix("SolutionDir", Path.GetDirectoryName(solution)! + Path.DirectorySeparatorChar);
            Properties.Fix("SolutionName", Path.GetFileNameWithoutExtension(solution));
        }

        if (targetFramework is not null)
        {
            Properties.Fix("TargetFramework", targetFramework);
        }
    }

    public PropertyTable Properties { get; } = new();

    public Expansion Expansion { get; }

    public IReadOnlyList<PendingItem> Items => _items;

    /// <summary>Names of the project SDKs without version; empty for the old style.</summary>
    public IReadOnlyList<string> Sdks => _sdks;

    public IReadOnlyList<Gap> Gaps => _gaps;

    public string Directory => _directory;

    /// <param name="root">The scanned root.</param>
    /// <param name="project">Full path of the project file.</param>
    /// <param name="document">Its text.</param>
    /// <param name="solution">Full path of the solution it was found in, or null.</param>
    /// <param name="targetFramework">The framework to evaluate for, or null to take what the project says.</param>
    public static ProjectEvaluation Run(ScanRoot root, string project, XDocument document, string? solution, string? targetFramework)
    {
        var evaluation = new ProjectEvaluation(root, project, document, solution, targetFramework);
        evaluation.Run();
        return evaluation;
    }

    public bool? IsTrue(string? condition) => Condition.Evaluate(condition, Expansion, _root, _directory);

    /// <summary>True, or null when one is not understood and none is false.</summary>
    public bool? AreTrue(IReadOnlyList<string> conditions)
    {
        bool? all = true;
        foreach (var condition in conditions)
        {
            var one = IsTrue(condition);
            if (one == false)
            {
                return false;
            }

            all = one is null ? null : all;
        }

        return all;
    }

    /// <summary>Sets the properties that tell which file is being read; they change with every import.</summary>
    public void EnterFile(string file)
    {
        Properties.Set("MSBuildThisFileFullPath", file);
        Properties.Set("MSBuildThisFile", Path.GetFileName(file));
        Properties.Set("MSBuildThisFileName", Path.GetFileNameWithoutExtension(file));
        Properties.Set("MSBuildThisFileDirectory", Path.GetDirectoryName(file)! + Path.DirectorySeparatorChar);
    }

    private void Run()
    {
        var top = _document.Root;
        if (top is null || !top.Name.LocalName.Equals("Project", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException("the root element is not 'Project'.");
        }

        AddSdks(top, top.AttributeText("Sdk"));
        foreach (var element in top.Descendants().Where(e => e.Name.LocalName is "Sdk" or "Import"))
        {
            AddSdks(element, element.AttributeText(element.Name.LocalName == "Sdk" ? "Name" : "Sdk"));
        }

        if (_sdks.Count > 0)
        {
            // Patterns are built on these; left empty, "$(OutDir)**" would mean every file.
            Properties.Set("BaseOutputPath", "bin/");
            Properties.Set("OutputPath", "bin/Release/");
            Properties.Set("OutDir", "bin/Release/");
            Properties.Set("BaseIntermediateOutputPath", "obj/");
            Properties.Set("IntermediateOutputPath", "obj/Release/");
            Properties.Set("MSBuildProjectExtensionsPath", "obj/");
            ImportAbove("Directory.Build.props");
            ImportAbove("Directory.Packages.props");
        }

        Visit(top, _project, [], 0);
        if (_sdks.Count > 0)
        {
            Properties.SetDefault("TargetFrameworkIdentifier",
                Expansion.Expand("$([MSBuild]::GetTargetFrameworkIdentifier('$(TargetFramework)'))").Text);
            ImportAbove("Directory.Build.targets");
        }
    }

    private void AddSdks(XElement element, string? names)
    {
        foreach (var name in (names ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var slash = name.IndexOf('/');
            var plain = slash < 0 ? name : name[..slash];
            if (!_sdks.Contains(plain, StringComparer.OrdinalIgnoreCase))
            {
                _sdks.Add(plain);
                if (!SdkNames.IsKnown(plain))
                {
                    Report(element, _project, $"SDK '{Shortened(plain)}' is not one of .NET; what it adds to the project is not read.");
                }
            }
        }
    }

    private void Visit(XElement parent, string file, IReadOnlyList<string> conditions, int depth)
    {
        if (depth > MaxDepth)
        {
            Report(parent, file, "Elements are nested too deeply; the inner ones are not read.");
            return;
        }

        EnterFile(file);
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName.ToUpperInvariant())
            {
                case "PROPERTYGROUP":
                    SetProperties(element, file);
                    break;
                case "ITEMGROUP":
                    AddItems(element, file, conditions);
                    break;
                case "IMPORT" when element.AttributeText("Sdk") is null:
                    Import(element, file, conditions, depth);
                    break;
                case "IMPORTGROUP":
                    if (IsTrueOrReport(element, file) == true)
                    {
                        Visit(element, file, conditions, depth + 1);
                    }

                    break;
                case "CHOOSE":
                    Choose(element, file, conditions, depth);
                    break;
                case "TARGET":
                    ReportGeneratedSources(element, file);
                    break;
            }
        }
    }

    private void SetProperties(XElement group, string file)
    {
        var groupHolds = IsTrue(group.AttributeText("Condition"));
        if (groupHolds == false)
        {
            return;
        }

        foreach (var property in group.Elements())
        {
            var name = property.Name.LocalName;
            var holds = IsTrue(property.AttributeText("Condition"));
            if (holds == false)
            {
                continue;
            }

            if (groupHolds is null || holds is null)
            {
                if (DecidingProperties.Contains(name))
                {
                    Report(property, file, $"Condition of property '{name}' is not understood; the property is left as it was.");
                }

                continue;
            }

            var value = Expansion.Expand(property.Value.Trim());
            if (!value.IsUnderstood && DecidingProperties.Contains(name))
            {
                Report(property, file, $"Property '{name}' uses '{Shortened(value.NotUnderstood!)}', which is not understood.");
            }

            Properties.Set(name, value);
        }
    }

    private void AddItems(XElement group, string file, IReadOnlyList<string> outer)
    {
        var conditions = With(outer, group);
        foreach (var item in group.Elements())
        {
            _items.Add(new PendingItem(item, file, With(conditions, item)));
        }
    }

    private static IReadOnlyList<string> With(IReadOnlyList<string> conditions, XElement element) =>
        element.AttributeText("Condition") is { Length: > 0 } own ? [.. conditions, own] : conditions;

    private void Choose(XElement choose, string file, IReadOnlyList<string> conditions, int depth)
    {
        foreach (var branch in choose.Elements())
        {
            var holds = branch.Name.LocalName.Equals("Otherwise", StringComparison.OrdinalIgnoreCase) ? true : IsTrueOrReport(branch, file);
            if (holds != false)
            {
                if (holds == true)
                {
                    Visit(branch, file, conditions, depth + 1);
                }

                return;
            }
        }
    }

    /// <summary>Sources that a target adds do not exist before a build; they are named, not silently missed.</summary>
    private void ReportGeneratedSources(XElement target, string file)
    {
        foreach (var compile in target.Descendants().Where(e => e.Name.LocalName == "Compile" && e.AttributeText("Include") is not null))
        {
            Report(compile, file, $"Target '{target.AttributeText("Name")}' adds sources during the build; targets are not run.");
            return;
        }
    }

    private bool? IsTrueOrReport(XElement element, string file)
    {
        var holds = IsTrue(element.AttributeText("Condition"));
        if (holds is null)
        {
            Report(element, file, $"Condition of '{element.Name.LocalName}' is not understood; its content is not read.");
        }

        return holds;
    }

    private void Report(XObject? node, string file, string reason) =>
        _gaps.Add(new Gap(node is null ? _root.At(file) : _root.At(file, SafeXml.Line(node), SafeXml.Column(node)), reason));

    /// <summary>Enough of an expression to know it again.</summary>
    internal static string Shortened(string text) => text.Length <= 80 ? text : text[..77] + "...";
}
