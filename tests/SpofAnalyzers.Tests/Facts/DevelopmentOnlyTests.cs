using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Tests.Facts;

public sealed class DevelopmentOnlyTests
{
    private static bool Covers(string body, params string[] symbols) => DevelopmentOnly.Covers(Assert.Single(new FactProbe(
        "var builder = WebApplication.CreateBuilder(args); var env = builder.Environment; var flag = args.Length > 0;\n" + body, symbols).Used));

    [Theory]
    [InlineData("if (env.IsDevelopment()) { Sink.Use(1); }")]
    [InlineData("if (!env.IsDevelopment()) { } else { Sink.Use(1); }")]
    [InlineData("if (env.IsDevelopment() && flag) Sink.Use(1);")]
    [InlineData("if (!(env.IsDevelopment() && flag)) { } else Sink.Use(1);")]
    [InlineData("if (env.IsDevelopment() || env.IsEnvironment(\"Test\")) Sink.Use(1);")]
    [InlineData("if (env.EnvironmentName == \"Development\") Sink.Use(1);")]
    [InlineData("if (env.EnvironmentName.Equals(\"Local\", StringComparison.OrdinalIgnoreCase)) Sink.Use(1);")]
    [InlineData("var isDevelopment = env.IsDevelopment(); if (isDevelopment) Sink.Use(1);")]
    [InlineData("if (!env.IsDevelopment()) return; Sink.Use(1);")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\") Sink.Use(1);")]
    [InlineData("if (env.IsDevelopment()) { Action a = () => Sink.Use(1); a(); }")]
    public void Code_behind_an_environment_check_is_covered(string body) => Assert.True(Covers(body));

    [Theory]
    [InlineData("Sink.Use(1);")]
    [InlineData("if (!env.IsDevelopment()) Sink.Use(1);")]
    [InlineData("if (env.IsDevelopment()) { } else Sink.Use(1);")]
    [InlineData("if (env.IsDevelopment() || flag) Sink.Use(1);")]
    [InlineData("if (!env.IsDevelopment() && flag) { } else Sink.Use(1);")]
    [InlineData("if (env.IsEnvironment(\"Staging\")) Sink.Use(1);")]
    [InlineData("if (env.IsProduction()) Sink.Use(1);")]
    [InlineData("if (env.IsDevelopment()) { } Sink.Use(1);")]
    [InlineData("if (env.IsDevelopment()) return; Sink.Use(1);")]
    [InlineData("if (flag) Sink.Use(1);")]
    public void Other_code_is_not(string body) => Assert.False(Covers(body));

    [Fact]
    public void Debug_blocks_are_covered()
    {
        Assert.True(Covers("#if DEBUG\nSink.Use(1);\n#endif", "DEBUG"));
        Assert.True(Covers("#if !DEBUG\n#else\nSink.Use(1);\n#endif", "DEBUG"));
        Assert.False(Covers("#if DEBUG\n#endif\nSink.Use(1);", "DEBUG"));
        Assert.False(Covers("#if DEBUG\n#else\nSink.Use(1);\n#endif"));
        Assert.False(Covers("#if NET8_0\nSink.Use(1);\n#endif", "NET8_0"));
    }
}
