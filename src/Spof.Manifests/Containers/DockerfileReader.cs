using System.Collections.Immutable;
using Spof.Manifests.EnvFiles;
using Spof.Model;

namespace Spof.Manifests.Containers;

/// <summary>Reads a Dockerfile into stages. Instructions that say nothing about what runs or is copied are passed over.</summary>
internal static class DockerfileReader
{
    private static readonly string[] PassedOver =
        ["LABEL", "MAINTAINER", "VOLUME", "USER", "STOPSIGNAL", "ONBUILD", "SHELL"];

    /// <param name="path">Relative to the scanned root: the file that positions refer to.</param>
    /// <param name="text">The Dockerfile.</param>
    /// <param name="buildArguments">Values of ARG given by whoever builds; null for none.</param>
    /// <param name="lineOffset">Lines of the file above the text, for a Dockerfile inside a Compose file.</param>
    public static Dockerfile Read(
        string path, string text, IReadOnlyDictionary<string, Variable>? buildArguments = null, int lineOffset = 0)
    {
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        if (text.Contains('\0'))
        {
            gaps.Add(new Gap(new SourcePosition(path, 1), "Dockerfile is not a text file", GapKind.Error));
            return new Dockerfile(path, [], gaps.ToImmutable());
        }

        var reading = new Reading(buildArguments, gaps);
        foreach (var instruction in DockerfileLines.Split(path, text, lineOffset, gaps))
        {
            reading.Take(instruction);
        }

        reading.CloseStage();
        if (reading.Stages.Count == 0)
        {
            gaps.Add(new Gap(new SourcePosition(path, 1 + lineOffset), "Dockerfile has no FROM", GapKind.Error));
        }

        return new Dockerfile(path, [.. reading.Stages], gaps.ToImmutable());
    }

    private sealed class Reading(IReadOnlyDictionary<string, Variable>? buildArguments, ImmutableArray<Gap>.Builder gaps)
    {
        private readonly Dictionary<string, Variable> _globalArguments = new(StringComparer.Ordinal);
        private readonly Dictionary<int, Dictionary<string, Variable>> _environments = [];
        private Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);
        private DockerfileStageDraft? _stage;

        public List<DockerfileStage> Stages { get; } = [];

        public void Take(DockerfileInstruction instruction)
        {
            if (instruction.Keyword == "FROM")
            {
                From(instruction);
                return;
            }

            if (instruction.Keyword == "ARG")
            {
                Argument(instruction);
                return;
            }

            if (_stage is null)
            {
                gaps.Add(new Gap(instruction.At, $"{instruction.Keyword} stands before the first FROM", GapKind.Error));
                return;
            }

            switch (instruction.Keyword)
            {
                case "ENV":
                    Environment(instruction, _stage);
                    break;
                case "WORKDIR":
                    _stage.WorkingFolder = ImagePath.Combine(_stage.WorkingFolder, Unquote(Expand(instruction.Arguments).Text));
                    break;
                case "COPY" or "ADD":
                    Copy(instruction, _stage);
                    break;
                case "RUN":
                    Run(instruction, _stage);
                    break;
                case "EXPOSE":
                    Expose(instruction, _stage);
                    break;
                case "ENTRYPOINT":
                    _stage.EntryPoint = Command(instruction);
                    // A new entry point drops the command of the base image.
                    _stage.Command ??= new DockerfileCommand([], IsShell: false, instruction.At);
                    break;
                case "CMD":
                    _stage.Command = Command(instruction);
                    break;
                case "HEALTHCHECK":
                    _stage.HasHealthCheck = !instruction.Arguments.Equals("NONE", StringComparison.OrdinalIgnoreCase);
                    break;
                default:
                    if (!PassedOver.Contains(instruction.Keyword))
                    {
                        gaps.Add(new Gap(instruction.At, $"'{Shorten(instruction.Keyword)}' is no Dockerfile instruction", GapKind.Error));
                    }

                    break;
            }
        }

        public void CloseStage()
        {
            if (_stage is not { } draft)
            {
                return;
            }

            _environments[Stages.Count] = _variables;
            Stages.Add(draft.ToStage(Stages.Count));
            _stage = null;
        }

        private void From(DockerfileInstruction instruction)
        {
            CloseStage();
            var words = CommandWords.Split(instruction.Arguments).Where(w => !w.StartsWith("--", StringComparison.Ordinal)).ToArray();
            if (words.Length == 0)
            {
                gaps.Add(new Gap(instruction.At, "FROM names no image", GapKind.Error));
                return;
            }

            var image = Interpolation.Expand(words[0], n => _globalArguments.GetValueOrDefault(n), DollarEscape.Backslash).Text;
            var name = words.Length >= 3 && words[1].Equals("AS", StringComparison.OrdinalIgnoreCase) ? words[2] : null;
            var parent = Stages.FindLastIndex(s => s.IsNamed(image));
            _variables = parent < 0 ? new(StringComparer.Ordinal) : new(_environments[parent], StringComparer.Ordinal);
            _stage = new DockerfileStageDraft(name, image, parent < 0 ? "/" : Stages[parent].WorkingFolder);
        }

        private void Argument(DockerfileInstruction instruction)
        {
            foreach (var word in CommandWords.Split(instruction.Arguments))
            {
                var equals = word.IndexOf('=');
                var name = equals < 0 ? word : word[..equals];
                var value = equals < 0 ? null : Expand(word[(equals + 1)..]);
                var given = buildArguments?.GetValueOrDefault(name)
                    ?? (_stage is null ? null : _globalArguments.GetValueOrDefault(name));
                var variable = given
                    ?? (value is null ? null : new Variable(name, value.Text, value.UnknownReason, At(instruction, name)));
                if (variable is not null)
                {
                    (_stage is null ? _globalArguments : _variables)[name] = variable;
                }
            }
        }

        private void Environment(DockerfileInstruction instruction, DockerfileStageDraft stage)
        {
            var words = CommandWords.Split(instruction.Arguments);
            if (words.Length == 0)
            {
                return;
            }

            if (!words[0].Contains('='))
            {
                // The old form: ENV NAME the rest of the line
                var rest = instruction.Arguments.AsSpan(words[0].Length).Trim().ToString();
                Set(words[0], rest);
                return;
            }

            foreach (var word in words)
            {
                var equals = word.IndexOf('=');
                if (equals > 0)
                {
                    Set(word[..equals], word[(equals + 1)..]);
                }
            }

            void Set(string name, string value)
            {
                var expanded = Expand(value);
                var variable = new Variable(name, expanded.Text, expanded.UnknownReason, At(instruction, name));
                _variables[name] = variable;
                stage.Environment.Add(variable);
            }
        }

        private void Copy(DockerfileInstruction instruction, DockerfileStageDraft stage)
        {
            string? from = null;
            var rest = instruction.Arguments;
            while (rest.StartsWith("--", StringComparison.Ordinal))
            {
                var space = rest.IndexOfAny([' ', '\t']);
                if (space < 0)
                {
                    return;
                }

                if (rest.StartsWith("--from=", StringComparison.Ordinal))
                {
                    from = Expand(rest["--from=".Length..space]).Text;
                }

                rest = rest[space..].TrimStart();
            }

            var words = CommandWords.ExecForm(rest) ?? CommandWords.Split(rest);
            if (words.Length < 2)
            {
                gaps.Add(new Gap(instruction.At, $"{instruction.Keyword} needs a source and a destination", GapKind.Error));
                return;
            }

            var written = Expand(words[^1]).Text;
            var sources = words[..^1].Where(w => !w.StartsWith("<<", StringComparison.Ordinal))
                .Select(w => Expand(w).Text).ToImmutableArray();
            if (sources.IsEmpty)
            {
                return;
            }

            var isFolder = written.EndsWith('/') || written.EndsWith('\\') || written is "." or ".." || sources.Length > 1;
            stage.Copies.Add(new DockerfileCopy(sources, ImagePath.Combine(stage.WorkingFolder, written), isFolder, from, instruction.At));
        }

        private void Run(DockerfileInstruction instruction, DockerfileStageDraft stage)
        {
            var text = instruction.HereDocuments.Count == 0 ? instruction.Arguments : string.Join('\n', instruction.HereDocuments);
            var words = CommandWords.ExecForm(text) ?? CommandWords.Split(text);
            stage.Runs.Add(new DockerfileRun([.. words.Select(w => Expand(w).Text)], stage.WorkingFolder, instruction.At));
        }

        private void Expose(DockerfileInstruction instruction, DockerfileStageDraft stage)
        {
            foreach (var word in CommandWords.Split(instruction.Arguments))
            {
                var number = Expand(word).Text.AsSpan();
                var slash = number.IndexOf('/');
                if (int.TryParse(slash < 0 ? number : number[..slash], out var port) && port is > 0 and < 65536)
                {
                    stage.Ports.Add(port);
                }
            }
        }

        /// <summary>The exec form runs no shell, so nobody replaces variables in it.</summary>
        private DockerfileCommand Command(DockerfileInstruction instruction) =>
            CommandWords.ExecForm(instruction.Arguments) is { } words
                ? new DockerfileCommand(words, IsShell: false, instruction.At)
                : new DockerfileCommand(
                    [.. CommandWords.Split(instruction.Arguments).Select(w => Expand(w).Text)], IsShell: true, instruction.At);

        private InterpolatedText Expand(string text) => Interpolation.Expand(text, Lookup, DollarEscape.Backslash);

        private Variable? Lookup(string name) =>
            _stage is null ? _globalArguments.GetValueOrDefault(name) : _variables.GetValueOrDefault(name);

        private static Evidence At(DockerfileInstruction instruction, string name) =>
            new(EvidenceLayer.Manifest, instruction.At, $"{instruction.Keyword} {name}");

        private static string Unquote(string text) =>
            text.Length >= 2 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;

        private static string Shorten(string text) => text.Length <= 20 ? text : text[..20] + "…";
    }
}
