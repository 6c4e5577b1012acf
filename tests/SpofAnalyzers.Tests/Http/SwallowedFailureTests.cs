using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Tests.Http;

/// <summary>A handler that goes on decides nothing: the code after it does.</summary>
public sealed class SwallowedFailureTests
{
    private static CallOutcome Outcome(string body) => Assert.Single(Clients.One($$"""
        using System.Runtime.ExceptionServices;
        using System.Diagnostics.CodeAnalysis;
        class Rates(ILogger log)
        {
            private static readonly HttpClient Http = new();
            private string? _last;
            private static void Fail(Exception e) => throw new InvalidOperationException("x", e);
            private static void Note(Exception e) => Console.WriteLine(e);
            {{body}}
        }
        """).Calls).Outcome;

    [Theory]
    [InlineData("async Task<string> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } if (r is null) throw new InvalidOperationException(); return r; }")]
    [InlineData("async Task<string> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException e) { Note(e); } if (r == null) { log.LogError(\"x\"); throw new InvalidOperationException(); } return r; }")]
    [InlineData("async Task<string> Get() { string? r; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { r = null; } ArgumentNullException.ThrowIfNull(r); return r; }")]
    [InlineData("async Task<string> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } return r ?? throw new InvalidOperationException(); }")]
    [InlineData("async Task<string> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException e) { Note(e); } return r!.Trim(); }")]
    [InlineData("async Task<string> Get() { string? r = default; try { r = await Http.GetStringAsync(\"x\"); } catch { } if (r is not null) { return r; } throw new InvalidOperationException(); }")]
    [InlineData("async Task<string> Get() { var r = \"\"; try { r = await Http.GetStringAsync(\"x\"); } catch { } if (string.IsNullOrEmpty(r)) throw new InvalidOperationException(); return r; }")]
    [InlineData("async Task<string> Get() { var r = string.Empty; try { r = await Http.GetStringAsync(\"x\"); } catch { } return r.Length == 0 ? throw new InvalidOperationException() : r; }")]
    [InlineData("async Task<IResult> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } if (r == null) return Results.Problem(\"down\"); return Results.Ok(r); }")]
    [InlineData("async Task<IResult> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } return r is { } v ? Results.Ok(v) : Results.StatusCode(503); }")]
    [InlineData("async Task<string> Get() { HttpResponseMessage? r = null; try { r = await Http.GetAsync(\"x\"); } catch (HttpRequestException) { } if (r?.IsSuccessStatusCode != true) throw new InvalidOperationException(); return \"x\"; }")]
    [InlineData("async Task<string> Get() { HttpResponseMessage? r = null; try { r = await Http.GetAsync(\"x\"); } catch (HttpRequestException) { } if (r is null || !r.IsSuccessStatusCode) throw new InvalidOperationException(); return \"x\"; }")]
    [InlineData("async Task Get() { var ok = true; try { await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { ok = false; } if (!ok) throw new InvalidOperationException(); }")]
    [InlineData("async Task Get() { var ok = false; try { await Http.GetStringAsync(\"x\"); ok = true; } catch (HttpRequestException) { } if (ok == false) throw new InvalidOperationException(); }")]
    [InlineData("async Task<string> Get() { var errors = new List<Exception>(); try { await Http.GetStringAsync(\"x\"); } catch (Exception e) { errors.Add(e); } if (errors.Count > 0) throw new AggregateException(errors); return \"\"; }")]
    [InlineData("async Task Get() { List<Exception> errors = []; try { await Http.GetStringAsync(\"x\"); } catch (Exception e) { errors.Add(e); } if (errors.Any()) throw new AggregateException(errors); }")]
    [InlineData("async Task Get(string[] all) { var errors = new List<Exception>(); foreach (var part in all) { try { await Http.GetStringAsync(part); } catch (Exception e) { errors.Add(e); } } if (errors.Count != 0) { throw new AggregateException(errors); } }")]
    [InlineData("async Task Get() { Exception? error = null; try { await Http.GetStringAsync(\"x\"); } catch (Exception e) { error = e; } if (error is not null) throw error; }")]
    [InlineData("async Task Get() { Exception? error = null; try { await Http.GetStringAsync(\"x\"); } catch (Exception e) { error = e; } if (error is not null) ExceptionDispatchInfo.Capture(error).Throw(); }")]
    [InlineData("async Task Get() { var failures = 0; try { await Http.GetStringAsync(\"x\"); } catch { failures++; } if (failures > 0) throw new InvalidOperationException(); }")]
    [InlineData("async Task<string> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (Exception e) { ExceptionDispatchInfo.Capture(e).Throw(); return \"\"; } }")]
    [InlineData("async Task<string> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (Exception) { Environment.Exit(1); return \"\"; } }")]
    [InlineData("async Task<string> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (Exception) { Environment.FailFast(\"x\"); } return \"\"; }")]
    [InlineData("async Task<string> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException e) { Fail(e); return \"\"; } }")]
    [InlineData("async Task<string> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException e) { Local(e); return \"\"; } static void Local(Exception e) { throw new InvalidOperationException(\"f\", e); } }")]
    [InlineData("[DoesNotReturn] static void Stop() { Environment.Exit(1); throw new InvalidOperationException(); } async Task<string> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { Stop(); } return \"\"; }")]
    [InlineData("async Task<string> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException e) { Note(e); } throw new InvalidOperationException(); }")]
    [InlineData("async Task<string> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException e) { if (e.StatusCode is null) { Note(e); throw; } else { throw new InvalidOperationException(); } } }")]
    [InlineData("async Task Get(HttpContext c) { try { await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { c.Response.StatusCode = 503; return; } }")]
    public void A_failure_that_comes_back_after_the_handler_is_no_substitute(string body) => Assert.Equal(CallOutcome.Rethrows, Outcome(body));

    [Theory]
    [InlineData("async Task<string> Get() { var r = await Try() ?? throw new InvalidOperationException(); return r; } async Task<string?> Try() { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { return null; } }")]
    [InlineData("async Task<string> Get() { return await Try() ? \"ok\" : throw new InvalidOperationException(); } async Task<bool> Try() { try { await Http.GetStringAsync(\"x\"); return true; } catch (HttpRequestException) { return false; } }")]
    [InlineData("async Task<string> Get() { var r = await Try(); if (r is null) { throw new InvalidOperationException(); } return r; } async Task<string?> Try() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } return r; }")]
    public void A_failure_told_by_the_answer_comes_back_where_the_caller_throws(string body) => Assert.Equal(CallOutcome.Rethrows, Outcome(body));

    [Theory]
    [InlineData("async Task<string?> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } if (r is null) return \"none\"; return r.Trim(); }")]
    [InlineData("async Task<string> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } return r is null ? \"none\" : r.Trim(); }")]
    [InlineData("async Task<string?> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } return r?.Trim(); }")]
    [InlineData("async Task<string> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } r ??= \"none\"; return r.Trim(); }")]
    [InlineData("async Task<string> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { r = \"none\"; } return r!.Trim(); }")]
    [InlineData("async Task<string> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { r = _last; } if (r is null) throw new InvalidOperationException(); return r; }")]
    [InlineData("async Task<string[]> Get() { string[] r = []; try { r = [await Http.GetStringAsync(\"x\")]; } catch (HttpRequestException) { } return r; }")]
    [InlineData("async Task<string> Get(int n) { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } if (n < 0) throw new InvalidOperationException(); return r ?? \"none\"; }")]
    [InlineData("async Task<string> Get() { var ok = true; try { await Http.GetStringAsync(\"x\"); } catch { ok = false; } if (ok) throw new InvalidOperationException(); return \"no\"; }")]
    [InlineData("async Task<string> Get() { var errors = new List<Exception>(); try { await Http.GetStringAsync(\"x\"); } catch (Exception e) { errors.Add(e); } if (errors.Count == 0) { return \"all\"; } return $\"{errors.Count} failed\"; }")]
    [InlineData("async Task<string> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException e) { Note(e); return \"\"; } }")]
    [InlineData("async Task<IResult> Get() { string? r = null; try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } return Results.Ok(new { r }); }")]
    [InlineData("async Task Get() { while (true) { try { await Http.GetStringAsync(\"x\"); } catch (HttpRequestException e) { Note(e); } await Task.Delay(1000); } }")]
    [InlineData("async Task Get(HttpContext c) { try { await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { c.Response.StatusCode = 204; } }")]
    [InlineData("async Task<string> Get() { var r = await Try() ?? \"none\"; return r; } async Task<string?> Try() { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { return null; } }")]
    [InlineData("async Task<string> Get() { var r = await Try(); return r.Trim(); } async Task<string> Try() { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { return \"none\"; } }")]
    [InlineData("async Task<string> Get() { string? r = null; try { try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } if (r is null) throw new InvalidOperationException(); return r; } catch (Exception) { return \"none\"; } }")]
    public void A_handler_whose_code_goes_on_without_the_answer_substitutes(string body) => Assert.Equal(CallOutcome.Substitutes, Outcome(body));

    [Theory]
    [InlineData("async Task<string> Get() { try { _last = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } if (_last is null) throw new InvalidOperationException(); return _last; }")]
    [InlineData("async Task<string> Get(string? r) { try { r = await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } return r ?? throw new InvalidOperationException(); }")]
    [InlineData("async Task Get(string[] all) { var failures = 0; foreach (var x in all) { try { await Http.GetStringAsync(x); } catch { failures++; } } if (failures == all.Length) throw new InvalidOperationException(); }")]
    [InlineData("async Task<string> Get(Dictionary<string, string> cache) { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { } if (cache.TryGetValue(\"x\", out var old)) { return old; } throw new InvalidOperationException(); }")]
    public void What_the_code_leaves_open_is_unknown(string body) => Assert.Equal(CallOutcome.Unknown, Outcome(body));
}
