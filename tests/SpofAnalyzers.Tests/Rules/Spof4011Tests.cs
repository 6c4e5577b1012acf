using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof4011Tests
{
    private static RuleTest Test => new() { Analyzer = new OptInRulesAnalyzer(), Rule = "SPOF4011" };

    private static string Program(string body, string read = "app.UseStaticFiles();", string start = "", string members = "") => $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{start}}
        var app = builder.Build();
        {{read}}
        app.MapPost("/files", (IFormFile file, Files files) => files.SaveAsync(file));
        app.Run();
        public sealed class FileOptions2 { public string Root { get; set; } = ""; }
        public sealed class Files(IWebHostEnvironment environment, FileOptions2 options, IConfiguration configuration)
        {
            {{members}}
            public async Task SaveAsync(IFormFile file)
            {
                await Task.Yield();
                Use(environment, options, configuration);
                {{body}}
            }
            static void Use(params object[] all) { }
        }
        """;

    [Theory]
    [InlineData("using var stream = [|new FileStream(Path.Combine(environment.WebRootPath, \"images\", file.FileName), FileMode.Create)|]; await file.CopyToAsync(stream);")]
    [InlineData("var path = Path.Combine(environment.ContentRootPath, \"documents\", file.FileName); using var stream = File.[|Create|](path); await file.CopyToAsync(stream);")]
    [InlineData("await File.[|WriteAllTextAsync|](Path.Combine(AppContext.BaseDirectory, \"orders.json\"), \"{}\");")]
    [InlineData("File.[|WriteAllBytes|](environment.ContentRootPath + \"/invoices/\" + file.FileName, []);")]
    [InlineData("File.[|AppendAllText|]($\"{environment.ContentRootPath}/orders.csv\", file.FileName);")]
    [InlineData("File.[|WriteAllText|](\"uploads/\" + file.FileName, \"\");")]
    [InlineData("File.[|WriteAllText|](Path.Combine(\"App_Data\", file.FileName), \"\");")]
    [InlineData("File.[|WriteAllText|](Path.Combine(Directory.GetCurrentDirectory(), \"orders\", file.FileName), \"\");")]
    [InlineData("var folder = Path.Combine(environment.WebRootPath, \"images\"); var path = Path.Combine(folder, file.FileName); using var stream = File.[|OpenWrite|](path);")]
    [InlineData("File.[|Copy|](\"/tmp/in\", Path.Combine(environment.ContentRootPath, \"catalog\", file.FileName));")]
    [InlineData("using var writer = [|new StreamWriter(Path.Combine(environment.ContentRootPath, \"orders.csv\"))|]; writer.Write(file.FileName);")]
    public Task Files_below_the_folder_of_the_program_are_reported(string body) => Test.VerifyAsync(Program(body));

    [Theory]
    [InlineData("File.WriteAllText(Path.Combine(Path.GetTempPath(), file.FileName), \"\");")]
    [InlineData("File.WriteAllText(Path.Combine(environment.ContentRootPath, \"temp\", file.FileName), \"\");")]
    [InlineData("File.AppendAllText(Path.Combine(environment.ContentRootPath, \"logs\", \"orders.txt\"), \"\");")]
    [InlineData("File.WriteAllText(Path.Combine(environment.ContentRootPath, \"thumbnailCache\", file.FileName), \"\");")]
    [InlineData("File.WriteAllText(Path.Combine(options.Root, \"uploads\", file.FileName), \"\");")]
    [InlineData("File.WriteAllText(Path.Combine(configuration[\"Files:Root\"]!, file.FileName), \"\");")]
    [InlineData("File.WriteAllText(Path.Combine(\"/mnt/files\", file.FileName), \"\");")]
    [InlineData("using var stream = new FileStream(Path.Combine(environment.ContentRootPath, \"prices.json\"), FileMode.Open);")]
    [InlineData("File.Copy(Path.Combine(environment.ContentRootPath, \"prices.json\"), Path.Combine(options.Root, file.FileName));")]
    [InlineData("if (environment.IsDevelopment()) { File.WriteAllText(Path.Combine(environment.ContentRootPath, \"openapi.json\"), \"\"); }")]
    public Task Other_files_are_not(string body) => Test.VerifyAsync(Program(body));

    [Theory]
    [InlineData("private string PathOf(string name) => Path.Combine(environment.ContentRootPath, \"quotes\", name);", "PathOf(file.FileName)")]
    [InlineData("private string Folder { get { return Path.Combine(environment.ContentRootPath, \"quotes\"); } }", "Path.Combine(Folder, file.FileName)")]
    public Task A_path_that_a_member_of_the_class_makes_is_followed(string member, string path) =>
        Test.VerifyAsync(Program($"File.[|WriteAllText|]({path}, \"\");", members: member));

    [Theory]
    [InlineData("private string PathOf(string name) => Path.Combine(configuration[\"Files:Root\"]!, name);", "PathOf(file.FileName)")]
    [InlineData("private string PathOf(string name) { if (name == \"\") { return Path.GetTempPath(); } return Path.Combine(environment.ContentRootPath, name); }", "PathOf(file.FileName)")]
    [InlineData("private string Folder => Path.Combine(environment.ContentRootPath, \"temp\");", "Path.Combine(Folder, file.FileName)")]
    public Task A_member_that_makes_another_path_is_not(string member, string path) =>
        Test.VerifyAsync(Program($"File.WriteAllText({path}, \"\");", members: member));

    [Fact]
    public Task What_is_never_read_again_is_not() => Test.VerifyAsync(
        Program("File.WriteAllText(Path.Combine(environment.ContentRootPath, \"orders.csv\"), file.FileName);", read: ""));

    [Fact]
    public Task What_the_start_writes_comes_back_with_the_next_start() => Test.VerifyAsync(
        Program("Use(file);", start: "File.WriteAllText(Path.Combine(builder.Environment.ContentRootPath, \"version.json\"), \"{}\");"));

    [Fact]
    public async Task The_message_names_the_root() => Assert.Equal(
        "'File.WriteAllText' writes below 'WebRootPath' on the disk of this machine: it is lost with the machine or container, and another replica does not have it",
        Assert.Single(await Test.RunAsync(Program("File.WriteAllText(Path.Combine(environment.WebRootPath, file.FileName), \"\");"))).GetMessage());

    [Fact]
    public void The_rule_is_off_by_default() => Assert.DoesNotContain(new DefaultRulesAnalyzer().SupportedDiagnostics, d => d.Id == "SPOF4011");
}
