using Spof.Manifests.EnvFiles;
using Spof.Manifests.Scanning;

namespace Spof.Manifests.Compose;

/// <summary>
/// The variables that the files of one project may use: those of the <c>.env</c> file beside the first file, and for an included
/// file also those of its own <c>.env</c> file. What the shell sets is not known.
/// </summary>
internal sealed class ComposeVariables(ManifestReading reading)
{
    private const string FileName = ".env";

    private readonly Dictionary<string, IReadOnlyDictionary<string, Variable>> _byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _envFiles = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, Variable>? _project;

    /// <summary>Reads the variables of the project's own folder.</summary>
    public void SetProject(string folder) => _project = Of(folder);

    /// <summary>Names the env files of an included folder in place of its <c>.env</c> file.</summary>
    public void SetEnvFiles(string folder, List<string> paths) => _envFiles[folder] = paths;

    /// <summary>The variable that a file of the project means by a name.</summary>
    public Variable? Find(string name, string folder) =>
        _project?.GetValueOrDefault(name) ?? Of(folder).GetValueOrDefault(name);

    private IReadOnlyDictionary<string, Variable> Of(string folder)
    {
        if (_byFolder.TryGetValue(folder, out var known))
        {
            return known;
        }

        var variables = new Dictionary<string, Variable>(StringComparer.Ordinal);
        _byFolder[folder] = variables;
        var paths = _envFiles.GetValueOrDefault(folder) ?? [folder.Length == 0 ? FileName : folder + "/" + FileName];
        foreach (var path in paths)
        {
            if (reading.Files.Open(path) is not { } file)
            {
                continue;
            }

            reading.AddInput(path, "env");
            var read = EnvFileReader.Read(path, file.Text, name => _project?.GetValueOrDefault(name));
            reading.Add(read.Gaps);
            foreach (var variable in read.Variables)
            {
                variables[variable.Name] = variable;
            }
        }

        return variables;
    }
}
