using Spof.Manifests.Containers;
using Spof.Manifests.EnvFiles;
using Spof.Model;

namespace Spof.Manifests.Tests.Containers;

public class DockerfileReaderTests
{
    private const string VisualStudio = """
        FROM mcr.microsoft.com/dotnet/aspnet:8.0 AS base
        USER app
        WORKDIR /app
        EXPOSE 8080
        EXPOSE 8081/tcp

        FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
        ARG BUILD_CONFIGURATION=Release
        WORKDIR /src
        COPY ["Services/Catalog/Catalog.API/Catalog.API.csproj", "Services/Catalog/Catalog.API/"]
        COPY ["BuildingBlocks/BuildingBlocks.csproj", "BuildingBlocks/"]
        RUN dotnet restore "./Services/Catalog/Catalog.API/Catalog.API.csproj"
        COPY . .
        WORKDIR "/src/Services/Catalog/Catalog.API"
        RUN dotnet build "./Catalog.API.csproj" -c $BUILD_CONFIGURATION -o /app/build

        FROM build AS publish
        RUN dotnet publish "./Catalog.API.csproj" -c Release -o /app/publish /p:UseAppHost=false

        FROM base AS final
        WORKDIR /app
        COPY --from=publish /app/publish .
        ENTRYPOINT ["dotnet", "Catalog.API.dll"]
        """;

    [Fact]
    public void The_template_of_Visual_Studio_names_assembly_and_project()
    {
        var (dockerfile, entry) = Read(VisualStudio, "src");

        Assert.Equal("Catalog.API", entry.EntryAssembly);
        Assert.Equal(["src/Services/Catalog/Catalog.API/Catalog.API.csproj"], entry.ProjectFiles);
        Assert.Equal("Dockerfile:23", entry.At!.ToString());
        Assert.Equal([8080, 8081], dockerfile.Lineage(dockerfile.Target(null)!).SelectMany(s => s.Ports));
        Assert.Empty(dockerfile.Gaps);
    }

    [Theory]
    [InlineData("ENTRYPOINT [\"dotnet\", \"Shop.dll\"]", "Shop")]
    [InlineData("ENTRYPOINT dotnet Shop.dll", "Shop")]
    [InlineData("CMD [\"dotnet\", \"/app/Shop.Api.dll\", \"--urls\", \"http://+:80\"]", "Shop.Api")]
    [InlineData("ENTRYPOINT [\"dotnet\"]\nCMD [\"Shop.dll\"]", "Shop")]
    [InlineData("ENTRYPOINT [\"./Shop.Worker\"]", "Shop.Worker")]
    [InlineData("ENTRYPOINT [\"Shop.exe\"]", "Shop")]
    [InlineData("ENTRYPOINT [\"sh\", \"-c\", \"exec dotnet Shop.dll\"]", "Shop")]
    [InlineData("CMD [\"tini\", \"--\", \"dotnet\", \"exec\", \"Shop.dll\"]", "Shop")]
    [InlineData("ENV APP=Shop\nCMD dotnet $APP.dll", "Shop")]
    [InlineData("CMD cd /app && dotnet 'Shop.dll'", "Shop")]
    public void The_entry_assembly_is_read_from_every_usual_form(string lines, string expected) =>
        Assert.Equal(expected, Read("FROM mcr.microsoft.com/dotnet/aspnet:8.0\n" + lines).Entry.EntryAssembly);

    [Theory]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENTRYPOINT [\"./entrypoint.sh\"]")]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:8.0\nCMD dotnet test")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0\nCMD dotnet $NOBODY.dll")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENTRYPOINT [\"dotnet\", \"$APP.dll\"]")]
    [InlineData("FROM alpine\nENTRYPOINT [\"./server\"]")]
    [InlineData("FROM node:20\nCMD [\"node\", \"server.js\"]")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENTRYPOINT [\"echo\"]\nCMD echo x; ls Other.dll")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:8.0")]
    public void What_starts_no_known_assembly_gives_none(string text) => Assert.Null(Read(text).Entry.EntryAssembly);

    [Fact]
    public void A_new_entry_point_drops_the_command_of_the_base_stage()
    {
        var (_, entry) = Read("""
            FROM mcr.microsoft.com/dotnet/aspnet:8.0 AS base
            CMD ["dotnet", "Old.dll"]
            FROM base
            ENTRYPOINT ["dotnet", "New.dll"]
            """);

        Assert.Equal(["dotnet", "New.dll"], entry.Command);
    }

    [Fact]
    public void The_entry_point_of_an_earlier_stage_is_inherited() =>
        Assert.Equal("Shop", Read("FROM aspnet AS base\nENTRYPOINT [\"dotnet\", \"Shop.dll\"]\nFROM base AS final\nCOPY . .").Entry.EntryAssembly);

    [Fact]
    public void The_stage_that_the_build_asks_for_decides()
    {
        const string Text = """
            FROM aspnet AS api
            ENTRYPOINT ["dotnet", "Api.dll"]
            FROM aspnet AS worker
            ENTRYPOINT ["dotnet", "Worker.dll"]
            """;

        Assert.Equal("Api", Read(Text, target: "api").Entry.EntryAssembly);
        Assert.Equal("Worker", Read(Text).Entry.EntryAssembly);
        Assert.Null(DockerfileReader.Read("Dockerfile", Text).Target("nobody"));
    }

    [Fact]
    public void Only_projects_of_contributing_stages_count()
    {
        var (_, entry) = Read("""
            FROM sdk AS tests
            COPY . /src
            RUN dotnet publish /src/Tests/Tests.csproj
            FROM sdk AS publish
            COPY . /src
            WORKDIR /src
            RUN dotnet publish Api/Api.csproj -o /out
            FROM aspnet
            COPY --from=publish /out .
            """);

        Assert.Equal(["Api/Api.csproj"], entry.ProjectFiles);
    }

    [Fact]
    public void A_project_is_found_by_the_folder_that_publish_runs_in() =>
        Assert.Equal(["svc/Api/Api.csproj"], Read("""
            FROM sdk
            WORKDIR /src
            COPY Api/*.csproj Api/
            COPY Api/Api.csproj Api/
            RUN cd Api && dotnet publish -c Release
            """, "svc").Entry.ProjectFiles);

    [Fact]
    public void Build_arguments_win_over_their_defaults_and_an_unknown_one_hides_the_project()
    {
        const string Text = """
            FROM sdk
            ARG PROJECT=Api
            COPY . /src
            WORKDIR /src
            RUN dotnet publish src/${PROJECT}/${PROJECT}.csproj
            ARG OTHER
            ENTRYPOINT dotnet ${OTHER}.dll
            """;
        var given = new Dictionary<string, Variable>
        {
            ["PROJECT"] = new("PROJECT", "Worker", null, new Evidence(EvidenceLayer.Manifest, new SourcePosition("compose.yaml", 1), "PROJECT")),
        };

        Assert.Equal(["src/Api/Api.csproj"], Read(Text).Entry.ProjectFiles);
        Assert.Equal(["src/Worker/Worker.csproj"], Read(Text, arguments: given).Entry.ProjectFiles);
        Assert.Null(Read(Text).Entry.EntryAssembly);
    }

    [Fact]
    public void Continuations_comments_and_here_documents_keep_the_line_numbers()
    {
        var (dockerfile, entry) = Read("""
            # escape=\
            FROM sdk
            COPY . /src
            WORKDIR /src
            RUN apt-get update \
                # a comment inside
                && apt-get install -y curl

            RUN <<EOF
            FROM nowhere
            dotnet publish Api/Api.csproj
            EOF
            ENTRYPOINT [ "dotnet", "Api.dll" ]
            """);

        Assert.Single(dockerfile.Stages);
        Assert.Equal(["Api/Api.csproj"], entry.ProjectFiles);
        Assert.Equal(13, entry.At!.Line);
    }

    [Fact]
    public void A_Windows_Dockerfile_uses_backtick_and_drive_letters()
    {
        var (_, entry) = Read("""
            # escape=`
            FROM mcr.microsoft.com/dotnet/sdk:8.0-nanoserver AS build
            WORKDIR C:\src
            COPY Api\Api.csproj Api\
            RUN dotnet publish `
                Api\Api.csproj
            FROM mcr.microsoft.com/dotnet/aspnet:8.0-nanoserver
            COPY --from=build C:\out .
            ENTRYPOINT ["dotnet", "C:\\app\\Api.dll"]
            """);

        Assert.Equal("Api", entry.EntryAssembly);
    }

    [Fact]
    public void Environment_variables_of_the_image_are_kept_with_their_place()
    {
        var stage = Read("FROM nginx\nENV CATALOGUE_HOST=catalogue USER_HOST=\"user\"\nENV OLD form with blanks").Dockerfile.Stages[0];

        Assert.Equal(
            [("CATALOGUE_HOST", "catalogue"), ("USER_HOST", "user"), ("OLD", "form with blanks")],
            stage.Environment.Select(v => (v.Name, v.Text)));
        Assert.Equal("ENV USER_HOST", stage.Environment[1].At.Text);
    }

    [Theory]
    [InlineData("", "no FROM")]
    [InlineData("RUN true", "before the first FROM")]
    [InlineData("FROM x\nCOPY a", "needs a source")]
    [InlineData("FROM x\nFLY away", "no Dockerfile instruction")]
    [InlineData("FROM x\nRUN <<EOF\nnever ends", "has no end")]
    [InlineData("FROM", "names no image")]
    [InlineData("FROM x\0", "not a text file")]
    public void Broken_input_is_a_gap(string text, string reason) =>
        Assert.Contains(DockerfileReader.Read("Dockerfile", text).Gaps, g => g.IsError && g.Reason.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void A_shift_in_a_shell_command_is_no_here_document() =>
        Assert.Empty(Read("FROM x\nRUN echo $((1<<2)) <<< word\nCMD true").Dockerfile.Gaps);

    [Theory]
    [InlineData("", "src/App", "src/App")]
    [InlineData("a/b", "../c", "a/c")]
    [InlineData("a", "./x/./y", "a/x/y")]
    [InlineData("a", "..", "")]
    [InlineData("a", "../..", null)]
    [InlineData("a", "/etc/passwd", null)]
    [InlineData("a", "~/x", null)]
    [InlineData("a", @"C:\x", null)]
    public void A_path_never_leads_out_of_the_root(string folder, string path, string? expected) =>
        Assert.Equal(expected, RootedPath.Resolve(folder, path));

    private static (Dockerfile Dockerfile, ImageEntry Entry) Read(
        string text, string context = "", string? target = null, Dictionary<string, Variable>? arguments = null)
    {
        var dockerfile = DockerfileReader.Read("Dockerfile", text, arguments);
        return (dockerfile, ImageEntry.Of(dockerfile, dockerfile.Target(target)!, context));
    }
}
