// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Collections;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Polly
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Timeout;
    using Polly.Wrap;

    public sealed class ResilienceContext
    {
        internal ResilienceContext() { }
        public string? OperationKey => throw null!;
        public CancellationToken CancellationToken => throw null!;
    }

    public sealed class ResiliencePipeline
    {
        internal ResiliencePipeline() { }
        public static readonly ResiliencePipeline Empty = null!;
        public ValueTask ExecuteAsync<TState>(Func<ResilienceContext, TState, ValueTask> callback, ResilienceContext context, TState state) => throw null!;
        public ValueTask ExecuteAsync(Func<ResilienceContext, ValueTask> callback, ResilienceContext context) => throw null!;
        public ValueTask ExecuteAsync<TState>(Func<TState, CancellationToken, ValueTask> callback, TState state, CancellationToken cancellationToken = default) => throw null!;
        public ValueTask ExecuteAsync(Func<CancellationToken, ValueTask> callback, CancellationToken cancellationToken = default) => throw null!;
        public ValueTask<Outcome<TResult>> ExecuteOutcomeAsync<TResult, TState>(Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state) => throw null!;
        public ValueTask<TResult> ExecuteAsync<TResult, TState>(Func<ResilienceContext, TState, ValueTask<TResult>> callback, ResilienceContext context, TState state) => throw null!;
        public ValueTask<TResult> ExecuteAsync<TResult>(Func<ResilienceContext, ValueTask<TResult>> callback, ResilienceContext context) => throw null!;
        public ValueTask<TResult> ExecuteAsync<TResult, TState>(Func<TState, CancellationToken, ValueTask<TResult>> callback, TState state, CancellationToken cancellationToken = default) => throw null!;
        public ValueTask<TResult> ExecuteAsync<TResult>(Func<CancellationToken, ValueTask<TResult>> callback, CancellationToken cancellationToken = default) => throw null!;
        public void Execute<TState>(Action<ResilienceContext, TState> callback, ResilienceContext context, TState state) => throw null!;
        public void Execute(Action<ResilienceContext> callback, ResilienceContext context) => throw null!;
        public void Execute<TState>(Action<TState, CancellationToken> callback, TState state, CancellationToken cancellationToken = default) => throw null!;
        public void Execute(Action<CancellationToken> callback, CancellationToken cancellationToken = default) => throw null!;
        public void Execute<TState>(Action<TState> callback, TState state) => throw null!;
        public void Execute(Action callback) => throw null!;
        public TResult Execute<TResult, TState>(Func<ResilienceContext, TState, TResult> callback, ResilienceContext context, TState state) => throw null!;
        public TResult Execute<TResult>(Func<ResilienceContext, TResult> callback, ResilienceContext context) => throw null!;
        public TResult Execute<TResult>(Func<CancellationToken, TResult> callback, CancellationToken cancellationToken = default) => throw null!;
        public TResult Execute<TResult>(Func<TResult> callback) => throw null!;
        public TResult Execute<TResult, TState>(Func<TState, TResult> callback, TState state) => throw null!;
        public TResult Execute<TResult, TState>(Func<TState, CancellationToken, TResult> callback, TState state, CancellationToken cancellationToken = default) => throw null!;
    }

    public sealed class ResiliencePipeline<T>
    {
        internal ResiliencePipeline() { }
        public static readonly ResiliencePipeline<T> Empty = null!;
        public ValueTask<TResult> ExecuteAsync<TResult, TState>(Func<ResilienceContext, TState, ValueTask<TResult>> callback, ResilienceContext context, TState state) where TResult : T => throw null!;
        public ValueTask<TResult> ExecuteAsync<TResult>(Func<ResilienceContext, ValueTask<TResult>> callback, ResilienceContext context) where TResult : T => throw null!;
        public ValueTask<TResult> ExecuteAsync<TResult, TState>(Func<TState, CancellationToken, ValueTask<TResult>> callback, TState state, CancellationToken cancellationToken = default) where TResult : T => throw null!;
        public ValueTask<TResult> ExecuteAsync<TResult>(Func<CancellationToken, ValueTask<TResult>> callback, CancellationToken cancellationToken = default) where TResult : T => throw null!;
        public ValueTask<Outcome<TResult>> ExecuteOutcomeAsync<TResult, TState>(Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state) where TResult : T => throw null!;
        public TResult Execute<TResult, TState>(Func<ResilienceContext, TState, TResult> callback, ResilienceContext context, TState state) where TResult : T => throw null!;
        public TResult Execute<TResult>(Func<ResilienceContext, TResult> callback, ResilienceContext context) where TResult : T => throw null!;
        public TResult Execute<TResult>(Func<CancellationToken, TResult> callback, CancellationToken cancellationToken = default) where TResult : T => throw null!;
        public TResult Execute<TResult>(Func<TResult> callback) where TResult : T => throw null!;
        public TResult Execute<TResult, TState>(Func<TState, TResult> callback, TState state) where TResult : T => throw null!;
        public TResult Execute<TResult, TState>(Func<TState, CancellationToken, TResult> callback, TState state, CancellationToken cancellationToken = default) where TResult : T => throw null!;
    }

    public abstract class ResiliencePipelineBuilderBase
    {
        internal ResiliencePipelineBuilderBase() { }
        public string? Name { get => throw null!; set { } }
        public string? InstanceName { get => throw null!; set { } }
    }

    public sealed class ResiliencePipelineBuilder : ResiliencePipelineBuilderBase
    {
        public ResiliencePipeline Build() => throw null!;
        public ResiliencePipelineBuilder() { }
    }

    public sealed class ResiliencePipelineBuilder<TResult> : ResiliencePipelineBuilderBase
    {
        public ResiliencePipelineBuilder() { }
        public ResiliencePipeline<TResult> Build() => throw null!;
    }

    public abstract class ResilienceStrategyOptions
    {
        protected ResilienceStrategyOptions() { }
        public string? Name { get => throw null!; set { } }
    }

    public readonly struct Outcome<TResult>
    {
        public Exception? Exception => throw null!;
        public TResult? Result => throw null!;
    }

    public sealed class PredicateBuilder : PredicateBuilder<object>
    {
        public PredicateBuilder() { }
    }

    public class PredicateBuilder<TResult>
    {
        public static implicit operator Func<RetryPredicateArguments<TResult>, ValueTask<bool>>(PredicateBuilder<TResult> builder) => throw null!;
        public static implicit operator Func<HedgingPredicateArguments<TResult>, ValueTask<bool>>(PredicateBuilder<TResult> builder) => throw null!;
        public static implicit operator Func<FallbackPredicateArguments<TResult>, ValueTask<bool>>(PredicateBuilder<TResult> builder) => throw null!;
        public static implicit operator Func<CircuitBreakerPredicateArguments<TResult>, ValueTask<bool>>(PredicateBuilder<TResult> builder) => throw null!;
        public PredicateBuilder<TResult> Handle<TException>() where TException : Exception => throw null!;
        public PredicateBuilder<TResult> Handle<TException>(Func<TException, bool> predicate) where TException : Exception => throw null!;
        public PredicateBuilder<TResult> HandleInner<TException>() where TException : Exception => throw null!;
        public PredicateBuilder<TResult> HandleInner<TException>(Func<TException, bool> predicate) where TException : Exception => throw null!;
        public PredicateBuilder<TResult> HandleResult(Func<TResult, bool> predicate) => throw null!;
        public PredicateBuilder<TResult> HandleResult(TResult result, IEqualityComparer<TResult>? comparer = null) => throw null!;
        public Predicate<Outcome<TResult>> Build() => throw null!;
        public PredicateBuilder() { }
    }

    public enum DelayBackoffType
    {
        Constant = 0,
        Linear = 1,
        Exponential = 2,
    }

    public static class RetryResiliencePipelineBuilderExtensions
    {
        public static ResiliencePipelineBuilder AddRetry(this ResiliencePipelineBuilder builder, RetryStrategyOptions options) => throw null!;
        public static ResiliencePipelineBuilder<TResult> AddRetry<TResult>(this ResiliencePipelineBuilder<TResult> builder, RetryStrategyOptions<TResult> options) => throw null!;
    }

    public static class TimeoutResiliencePipelineBuilderExtensions
    {
        public static TBuilder AddTimeout<TBuilder>(this TBuilder builder, TimeSpan timeout) where TBuilder : ResiliencePipelineBuilderBase => throw null!;
        public static TBuilder AddTimeout<TBuilder>(this TBuilder builder, TimeoutStrategyOptions options) where TBuilder : ResiliencePipelineBuilderBase => throw null!;
    }

    public static class CircuitBreakerResiliencePipelineBuilderExtensions
    {
        public static ResiliencePipelineBuilder AddCircuitBreaker(this ResiliencePipelineBuilder builder, CircuitBreakerStrategyOptions options) => throw null!;
        public static ResiliencePipelineBuilder<TResult> AddCircuitBreaker<TResult>(this ResiliencePipelineBuilder<TResult> builder, CircuitBreakerStrategyOptions<TResult> options) => throw null!;
    }

    public static class FallbackResiliencePipelineBuilderExtensions
    {
        public static ResiliencePipelineBuilder<TResult> AddFallback<TResult>(this ResiliencePipelineBuilder<TResult> builder, FallbackStrategyOptions<TResult> options) => throw null!;
    }

    public static class HedgingResiliencePipelineBuilderExtensions
    {
        public static ResiliencePipelineBuilder<TResult> AddHedging<TResult>(this ResiliencePipelineBuilder<TResult> builder, HedgingStrategyOptions<TResult> options) => throw null!;
    }

    public static class ResiliencePipelineBuilderExtensions
    {
        public static TBuilder AddPipeline<TBuilder>(this TBuilder builder, ResiliencePipeline pipeline) where TBuilder : ResiliencePipelineBuilderBase => throw null!;
        public static ResiliencePipelineBuilder<TResult> AddPipeline<TResult>(this ResiliencePipelineBuilder<TResult> builder, ResiliencePipeline<TResult> pipeline) => throw null!;
    }

    public static class RateLimiterResiliencePipelineBuilderExtensions
    {
        public static TBuilder AddConcurrencyLimiter<TBuilder>(this TBuilder builder, int permitLimit, int queueLimit = 0) where TBuilder : ResiliencePipelineBuilderBase => throw null!;
        public static TBuilder AddConcurrencyLimiter<TBuilder>(this TBuilder builder, ConcurrencyLimiterOptions options) where TBuilder : ResiliencePipelineBuilderBase => throw null!;
        public static TBuilder AddRateLimiter<TBuilder>(this TBuilder builder, RateLimiter limiter) where TBuilder : ResiliencePipelineBuilderBase => throw null!;
        public static TBuilder AddRateLimiter<TBuilder>(this TBuilder builder, RateLimiterStrategyOptions options) where TBuilder : ResiliencePipelineBuilderBase => throw null!;
    }

    public static class PollyServiceCollectionExtensions
    {
        public static IServiceCollection AddResiliencePipeline<TKey, TResult>(this IServiceCollection services, TKey key, Action<ResiliencePipelineBuilder<TResult>> configure) where TKey : notnull => throw null!;
        public static IServiceCollection AddResiliencePipeline<TKey, TResult>(this IServiceCollection services, TKey key, Action<ResiliencePipelineBuilder<TResult>, AddResiliencePipelineContext<TKey>> configure) where TKey : notnull => throw null!;
        public static IServiceCollection AddResiliencePipeline<TKey>(this IServiceCollection services, TKey key, Action<ResiliencePipelineBuilder> configure) where TKey : notnull => throw null!;
        public static IServiceCollection AddResiliencePipeline<TKey>(this IServiceCollection services, TKey key, Action<ResiliencePipelineBuilder, AddResiliencePipelineContext<TKey>> configure) where TKey : notnull => throw null!;
        public static IServiceCollection AddResiliencePipelines<TKey>(this IServiceCollection services, Action<AddResiliencePipelinesContext<TKey>> configure) where TKey : notnull => throw null!;
        public static IServiceCollection AddResiliencePipelineRegistry<TKey>(this IServiceCollection services) where TKey : notnull => throw null!;
    }

    public interface IsPolicy
    {
    }

    public interface IAsyncPolicy : IsPolicy
    {
        IAsyncPolicy WithPolicyKey(string policyKey);
        Task ExecuteAsync(Func<Task> action);
        Task ExecuteAsync(Func<Context, Task> action, IDictionary<string, object> contextData);
        Task ExecuteAsync(Func<Context, Task> action, Context context);
        Task ExecuteAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken);
        Task ExecuteAsync(Func<Context, CancellationToken, Task> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        Task ExecuteAsync(Func<Context, CancellationToken, Task> action, Context context, CancellationToken cancellationToken);
        Task ExecuteAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task ExecuteAsync(Func<Context, CancellationToken, Task> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task ExecuteAsync(Func<Context, CancellationToken, Task> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<TResult> ExecuteAsync<TResult>(Func<Task<TResult>> action);
        Task<TResult> ExecuteAsync<TResult>(Func<Context, Task<TResult>> action, Context context);
        Task<TResult> ExecuteAsync<TResult>(Func<Context, Task<TResult>> action, IDictionary<string, object> contextData);
        Task<TResult> ExecuteAsync<TResult>(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken);
        Task<TResult> ExecuteAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        Task<TResult> ExecuteAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken);
        Task<TResult> ExecuteAsync<TResult>(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<TResult> ExecuteAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<TResult> ExecuteAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<PolicyResult> ExecuteAndCaptureAsync(Func<Task> action);
        Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, Task> action, IDictionary<string, object> contextData);
        Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, Task> action, Context context);
        Task<PolicyResult> ExecuteAndCaptureAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken);
        Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task> action, Context context, CancellationToken cancellationToken);
        Task<PolicyResult> ExecuteAndCaptureAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Task<TResult>> action);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, Task<TResult>> action, IDictionary<string, object> contextData);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, Task<TResult>> action, Context context);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext);
    }

    public interface IAsyncPolicy<TResult> : IsPolicy
    {
        IAsyncPolicy<TResult> WithPolicyKey(string policyKey);
        Task<TResult> ExecuteAsync(Func<Task<TResult>> action);
        Task<TResult> ExecuteAsync(Func<Context, Task<TResult>> action, Context context);
        Task<TResult> ExecuteAsync(Func<Context, Task<TResult>> action, IDictionary<string, object> contextData);
        Task<TResult> ExecuteAsync(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken);
        Task<TResult> ExecuteAsync(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        Task<TResult> ExecuteAsync(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken);
        Task<TResult> ExecuteAsync(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<TResult> ExecuteAsync(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<TResult> ExecuteAsync(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Task<TResult>> action);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, Task<TResult>> action, IDictionary<string, object> contextData);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, Task<TResult>> action, Context context);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext);
        Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext);
    }

    public interface ISyncPolicy : IsPolicy
    {
        ISyncPolicy WithPolicyKey(string policyKey);
        void Execute(Action action);
        void Execute(Action<Context> action, IDictionary<string, object> contextData);
        void Execute(Action<Context> action, Context context);
        void Execute(Action<CancellationToken> action, CancellationToken cancellationToken);
        void Execute(Action<Context, CancellationToken> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        void Execute(Action<Context, CancellationToken> action, Context context, CancellationToken cancellationToken);
        TResult Execute<TResult>(Func<TResult> action);
        TResult Execute<TResult>(Func<Context, TResult> action, IDictionary<string, object> contextData);
        TResult Execute<TResult>(Func<Context, TResult> action, Context context);
        TResult Execute<TResult>(Func<CancellationToken, TResult> action, CancellationToken cancellationToken);
        TResult Execute<TResult>(Func<Context, CancellationToken, TResult> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        TResult Execute<TResult>(Func<Context, CancellationToken, TResult> action, Context context, CancellationToken cancellationToken);
        PolicyResult ExecuteAndCapture(Action action);
        PolicyResult ExecuteAndCapture(Action<Context> action, IDictionary<string, object> contextData);
        PolicyResult ExecuteAndCapture(Action<Context> action, Context context);
        PolicyResult ExecuteAndCapture(Action<CancellationToken> action, CancellationToken cancellationToken);
        PolicyResult ExecuteAndCapture(Action<Context, CancellationToken> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        PolicyResult ExecuteAndCapture(Action<Context, CancellationToken> action, Context context, CancellationToken cancellationToken);
        PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<TResult> action);
        PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<Context, TResult> action, IDictionary<string, object> contextData);
        PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<Context, TResult> action, Context context);
        PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<CancellationToken, TResult> action, CancellationToken cancellationToken);
        PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<Context, CancellationToken, TResult> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<Context, CancellationToken, TResult> action, Context context, CancellationToken cancellationToken);
    }

    public interface ISyncPolicy<TResult> : IsPolicy
    {
        ISyncPolicy<TResult> WithPolicyKey(string policyKey);
        TResult Execute(Func<TResult> action);
        TResult Execute(Func<Context, TResult> action, IDictionary<string, object> contextData);
        TResult Execute(Func<Context, TResult> action, Context context);
        TResult Execute(Func<CancellationToken, TResult> action, CancellationToken cancellationToken);
        TResult Execute(Func<Context, CancellationToken, TResult> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        TResult Execute(Func<Context, CancellationToken, TResult> action, Context context, CancellationToken cancellationToken);
        PolicyResult<TResult> ExecuteAndCapture(Func<TResult> action);
        PolicyResult<TResult> ExecuteAndCapture(Func<Context, TResult> action, IDictionary<string, object> contextData);
        PolicyResult<TResult> ExecuteAndCapture(Func<Context, TResult> action, Context context);
        PolicyResult<TResult> ExecuteAndCapture(Func<CancellationToken, TResult> action, CancellationToken cancellationToken);
        PolicyResult<TResult> ExecuteAndCapture(Func<Context, CancellationToken, TResult> action, IDictionary<string, object> contextData, CancellationToken cancellationToken);
        PolicyResult<TResult> ExecuteAndCapture(Func<Context, CancellationToken, TResult> action, Context context, CancellationToken cancellationToken);
    }

    public abstract class PolicyBase
    {
        internal PolicyBase() { }
    }

    public abstract class PolicyBase<TResult> : PolicyBase
    {
        internal PolicyBase() { }
    }

    public abstract class Policy : PolicyBase, ISyncPolicy, IsPolicy
    {
        internal Policy() { }
        public static AsyncBulkheadPolicy BulkheadAsync(int maxParallelization) => throw null!;
        public static AsyncBulkheadPolicy BulkheadAsync(int maxParallelization, Func<Context, Task> onBulkheadRejectedAsync) => throw null!;
        public static AsyncBulkheadPolicy BulkheadAsync(int maxParallelization, int maxQueuingActions) => throw null!;
        public static AsyncBulkheadPolicy BulkheadAsync(int maxParallelization, int maxQueuingActions, Func<Context, Task> onBulkheadRejectedAsync) => throw null!;
        public static AsyncBulkheadPolicy<TResult> BulkheadAsync<TResult>(int maxParallelization) => throw null!;
        public static AsyncBulkheadPolicy<TResult> BulkheadAsync<TResult>(int maxParallelization, Func<Context, Task> onBulkheadRejectedAsync) => throw null!;
        public static AsyncBulkheadPolicy<TResult> BulkheadAsync<TResult>(int maxParallelization, int maxQueuingActions) => throw null!;
        public static AsyncBulkheadPolicy<TResult> BulkheadAsync<TResult>(int maxParallelization, int maxQueuingActions, Func<Context, Task> onBulkheadRejectedAsync) => throw null!;
        public static BulkheadPolicy Bulkhead(int maxParallelization) => throw null!;
        public static BulkheadPolicy Bulkhead(int maxParallelization, Action<Context> onBulkheadRejected) => throw null!;
        public static BulkheadPolicy Bulkhead(int maxParallelization, int maxQueuingActions) => throw null!;
        public static BulkheadPolicy Bulkhead(int maxParallelization, int maxQueuingActions, Action<Context> onBulkheadRejected) => throw null!;
        public static BulkheadPolicy<TResult> Bulkhead<TResult>(int maxParallelization) => throw null!;
        public static BulkheadPolicy<TResult> Bulkhead<TResult>(int maxParallelization, Action<Context> onBulkheadRejected) => throw null!;
        public static BulkheadPolicy<TResult> Bulkhead<TResult>(int maxParallelization, int maxQueuingActions) => throw null!;
        public static BulkheadPolicy<TResult> Bulkhead<TResult>(int maxParallelization, int maxQueuingActions, Action<Context> onBulkheadRejected) => throw null!;
        public static AsyncNoOpPolicy NoOpAsync() => throw null!;
        public static AsyncNoOpPolicy<TResult> NoOpAsync<TResult>() => throw null!;
        public static NoOpPolicy NoOp() => throw null!;
        public static NoOpPolicy<TResult> NoOp<TResult>() => throw null!;
        public Policy WithPolicyKey(string policyKey) => throw null!;
        public void Execute(Action action) => throw null!;
        public void Execute(Action<Context> action, IDictionary<string, object> contextData) => throw null!;
        public void Execute(Action<Context> action, Context context) => throw null!;
        public void Execute(Action<CancellationToken> action, CancellationToken cancellationToken) => throw null!;
        public void Execute(Action<Context, CancellationToken> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public void Execute(Action<Context, CancellationToken> action, Context context, CancellationToken cancellationToken) => throw null!;
        public TResult Execute<TResult>(Func<TResult> action) => throw null!;
        public TResult Execute<TResult>(Func<Context, TResult> action, IDictionary<string, object> contextData) => throw null!;
        public TResult Execute<TResult>(Func<Context, TResult> action, Context context) => throw null!;
        public TResult Execute<TResult>(Func<CancellationToken, TResult> action, CancellationToken cancellationToken) => throw null!;
        public TResult Execute<TResult>(Func<Context, CancellationToken, TResult> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public TResult Execute<TResult>(Func<Context, CancellationToken, TResult> action, Context context, CancellationToken cancellationToken) => throw null!;
        public PolicyResult ExecuteAndCapture(Action action) => throw null!;
        public PolicyResult ExecuteAndCapture(Action<Context> action, IDictionary<string, object> contextData) => throw null!;
        public PolicyResult ExecuteAndCapture(Action<Context> action, Context context) => throw null!;
        public PolicyResult ExecuteAndCapture(Action<CancellationToken> action, CancellationToken cancellationToken) => throw null!;
        public PolicyResult ExecuteAndCapture(Action<Context, CancellationToken> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public PolicyResult ExecuteAndCapture(Action<Context, CancellationToken> action, Context context, CancellationToken cancellationToken) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<TResult> action) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<Context, TResult> action, IDictionary<string, object> contextData) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<Context, TResult> action, Context context) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<CancellationToken, TResult> action, CancellationToken cancellationToken) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<Context, CancellationToken, TResult> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture<TResult>(Func<Context, CancellationToken, TResult> action, Context context, CancellationToken cancellationToken) => throw null!;
        public static PolicyBuilder Handle<TException>() where TException : Exception => throw null!;
        public static PolicyBuilder Handle<TException>(Func<TException, bool> exceptionPredicate) where TException : Exception => throw null!;
        public static PolicyBuilder HandleInner<TException>() where TException : Exception => throw null!;
        public static PolicyBuilder HandleInner<TException>(Func<TException, bool> exceptionPredicate) where TException : Exception => throw null!;
        public static PolicyBuilder<TResult> HandleResult<TResult>(Func<TResult, bool> resultPredicate) => throw null!;
        public static PolicyBuilder<TResult> HandleResult<TResult>(TResult result) => throw null!;
        public static AsyncRateLimitPolicy RateLimitAsync(int numberOfExecutions, TimeSpan perTimeSpan) => throw null!;
        public static AsyncRateLimitPolicy RateLimitAsync(int numberOfExecutions, TimeSpan perTimeSpan, int maxBurst) => throw null!;
        public static AsyncRateLimitPolicy<TResult> RateLimitAsync<TResult>(int numberOfExecutions, TimeSpan perTimeSpan) => throw null!;
        public static AsyncRateLimitPolicy<TResult> RateLimitAsync<TResult>(int numberOfExecutions, TimeSpan perTimeSpan, Func<TimeSpan, Context, TResult>? retryAfterFactory) => throw null!;
        public static AsyncRateLimitPolicy<TResult> RateLimitAsync<TResult>(int numberOfExecutions, TimeSpan perTimeSpan, int maxBurst) => throw null!;
        public static AsyncRateLimitPolicy<TResult> RateLimitAsync<TResult>(int numberOfExecutions, TimeSpan perTimeSpan, int maxBurst, Func<TimeSpan, Context, TResult>? retryAfterFactory) => throw null!;
        public static RateLimitPolicy RateLimit(int numberOfExecutions, TimeSpan perTimeSpan) => throw null!;
        public static RateLimitPolicy RateLimit(int numberOfExecutions, TimeSpan perTimeSpan, int maxBurst) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(int seconds) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(int seconds, TimeoutStrategy timeoutStrategy) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(int seconds, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(int seconds, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(int seconds, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(int seconds, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(TimeSpan timeout) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(TimeSpan timeout, TimeoutStrategy timeoutStrategy) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(TimeSpan timeout, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(TimeSpan timeout, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(TimeSpan timeout, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(TimeSpan timeout, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<TimeSpan> timeoutProvider) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<TimeSpan> timeoutProvider, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<TimeSpan> timeoutProvider, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<Context, TimeSpan> timeoutProvider) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<Context, TimeSpan> timeoutProvider, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<Context, TimeSpan> timeoutProvider, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy TimeoutAsync(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(int seconds) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(int seconds, TimeoutStrategy timeoutStrategy) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(int seconds, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(int seconds, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(int seconds, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(int seconds, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(TimeSpan timeout) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(TimeSpan timeout, TimeoutStrategy timeoutStrategy) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(TimeSpan timeout, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(TimeSpan timeout, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(TimeSpan timeout, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(TimeSpan timeout, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<TimeSpan> timeoutProvider) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<TimeSpan> timeoutProvider, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<TimeSpan> timeoutProvider, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<Context, TimeSpan> timeoutProvider) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<Context, TimeSpan> timeoutProvider, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<Context, TimeSpan> timeoutProvider, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Task> onTimeoutAsync) => throw null!;
        public static AsyncTimeoutPolicy<TResult> TimeoutAsync<TResult>(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Func<Context, TimeSpan, Task, Exception, Task> onTimeoutAsync) => throw null!;
        public static TimeoutPolicy Timeout(int seconds) => throw null!;
        public static TimeoutPolicy Timeout(int seconds, TimeoutStrategy timeoutStrategy) => throw null!;
        public static TimeoutPolicy Timeout(int seconds, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(int seconds, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(int seconds, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(int seconds, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(TimeSpan timeout) => throw null!;
        public static TimeoutPolicy Timeout(TimeSpan timeout, TimeoutStrategy timeoutStrategy) => throw null!;
        public static TimeoutPolicy Timeout(TimeSpan timeout, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(TimeSpan timeout, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(TimeSpan timeout, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(TimeSpan timeout, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(Func<TimeSpan> timeoutProvider) => throw null!;
        public static TimeoutPolicy Timeout(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy) => throw null!;
        public static TimeoutPolicy Timeout(Func<TimeSpan> timeoutProvider, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(Func<TimeSpan> timeoutProvider, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(Func<Context, TimeSpan> timeoutProvider) => throw null!;
        public static TimeoutPolicy Timeout(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy) => throw null!;
        public static TimeoutPolicy Timeout(Func<Context, TimeSpan> timeoutProvider, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(Func<Context, TimeSpan> timeoutProvider, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy Timeout(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(int seconds) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(int seconds, TimeoutStrategy timeoutStrategy) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(int seconds, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(int seconds, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(int seconds, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(int seconds, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(TimeSpan timeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(TimeSpan timeout, TimeoutStrategy timeoutStrategy) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(TimeSpan timeout, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(TimeSpan timeout, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(TimeSpan timeout, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(TimeSpan timeout, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<TimeSpan> timeoutProvider) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<TimeSpan> timeoutProvider, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<TimeSpan> timeoutProvider, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<Context, TimeSpan> timeoutProvider) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<Context, TimeSpan> timeoutProvider, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<Context, TimeSpan> timeoutProvider, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task> onTimeout) => throw null!;
        public static TimeoutPolicy<TResult> Timeout<TResult>(Func<Context, TimeSpan> timeoutProvider, TimeoutStrategy timeoutStrategy, Action<Context, TimeSpan, Task, Exception> onTimeout) => throw null!;
        public static AsyncPolicyWrap WrapAsync(params IAsyncPolicy[] policies) => throw null!;
        public static AsyncPolicyWrap<TResult> WrapAsync<TResult>(params IAsyncPolicy<TResult>[] policies) => throw null!;
        public PolicyWrap Wrap(ISyncPolicy innerPolicy) => throw null!;
        public PolicyWrap<TResult> Wrap<TResult>(ISyncPolicy<TResult> innerPolicy) => throw null!;
        public static PolicyWrap Wrap(params ISyncPolicy[] policies) => throw null!;
        public static PolicyWrap<TResult> Wrap<TResult>(params ISyncPolicy<TResult>[] policies) => throw null!;
        ISyncPolicy ISyncPolicy.WithPolicyKey(string policyKey) => throw null!;
    }

    public abstract class Policy<TResult> : PolicyBase<TResult>, ISyncPolicy<TResult>, IsPolicy
    {
        internal Policy() { }
        public Policy<TResult> WithPolicyKey(string policyKey) => throw null!;
        public static PolicyBuilder<TResult> Handle<TException>() where TException : Exception => throw null!;
        public static PolicyBuilder<TResult> Handle<TException>(Func<TException, bool> exceptionPredicate) where TException : Exception => throw null!;
        public static PolicyBuilder<TResult> HandleInner<TException>() where TException : Exception => throw null!;
        public static PolicyBuilder<TResult> HandleInner<TException>(Func<TException, bool> exceptionPredicate) where TException : Exception => throw null!;
        public static PolicyBuilder<TResult> HandleResult(Func<TResult, bool> resultPredicate) => throw null!;
        public static PolicyBuilder<TResult> HandleResult(TResult result) => throw null!;
        public TResult Execute(Func<TResult> action) => throw null!;
        public TResult Execute(Func<Context, TResult> action, IDictionary<string, object> contextData) => throw null!;
        public TResult Execute(Func<Context, TResult> action, Context context) => throw null!;
        public TResult Execute(Func<CancellationToken, TResult> action, CancellationToken cancellationToken) => throw null!;
        public TResult Execute(Func<Context, CancellationToken, TResult> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public TResult Execute(Func<Context, CancellationToken, TResult> action, Context context, CancellationToken cancellationToken) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture(Func<TResult> action) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture(Func<Context, TResult> action, IDictionary<string, object> contextData) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture(Func<Context, TResult> action, Context context) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture(Func<CancellationToken, TResult> action, CancellationToken cancellationToken) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture(Func<Context, CancellationToken, TResult> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public PolicyResult<TResult> ExecuteAndCapture(Func<Context, CancellationToken, TResult> action, Context context, CancellationToken cancellationToken) => throw null!;
        ISyncPolicy<TResult> ISyncPolicy<TResult>.WithPolicyKey(string policyKey) => throw null!;
    }

    public abstract class AsyncPolicy : PolicyBase, IAsyncPolicy, IsPolicy
    {
        internal AsyncPolicy() { }
        public AsyncPolicy WithPolicyKey(string policyKey) => throw null!;
        public Task ExecuteAsync(Func<Task> action) => throw null!;
        public Task ExecuteAsync(Func<Context, Task> action, IDictionary<string, object> contextData) => throw null!;
        public Task ExecuteAsync(Func<Context, Task> action, Context context) => throw null!;
        public Task ExecuteAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken) => throw null!;
        public Task ExecuteAsync(Func<Context, CancellationToken, Task> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public Task ExecuteAsync(Func<Context, CancellationToken, Task> action, Context context, CancellationToken cancellationToken) => throw null!;
        public Task ExecuteAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task ExecuteAsync(Func<Context, CancellationToken, Task> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task ExecuteAsync(Func<Context, CancellationToken, Task> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<TResult> ExecuteAsync<TResult>(Func<Task<TResult>> action) => throw null!;
        public Task<TResult> ExecuteAsync<TResult>(Func<Context, Task<TResult>> action, IDictionary<string, object> contextData) => throw null!;
        public Task<TResult> ExecuteAsync<TResult>(Func<Context, Task<TResult>> action, Context context) => throw null!;
        public Task<TResult> ExecuteAsync<TResult>(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken) => throw null!;
        public Task<TResult> ExecuteAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public Task<TResult> ExecuteAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken) => throw null!;
        public Task<TResult> ExecuteAsync<TResult>(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<TResult> ExecuteAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<TResult> ExecuteAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<PolicyResult> ExecuteAndCaptureAsync(Func<Task> action) => throw null!;
        public Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, Task> action, IDictionary<string, object> contextData) => throw null!;
        public Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, Task> action, Context context) => throw null!;
        public Task<PolicyResult> ExecuteAndCaptureAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken) => throw null!;
        public Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task> action, Context context, CancellationToken cancellationToken) => throw null!;
        public Task<PolicyResult> ExecuteAndCaptureAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<PolicyResult> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Task<TResult>> action) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, Task<TResult>> action, IDictionary<string, object> contextData) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, Task<TResult>> action, Context context) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync<TResult>(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public AsyncPolicyWrap WrapAsync(IAsyncPolicy innerPolicy) => throw null!;
        public AsyncPolicyWrap<TResult> WrapAsync<TResult>(IAsyncPolicy<TResult> innerPolicy) => throw null!;
        IAsyncPolicy IAsyncPolicy.WithPolicyKey(string policyKey) => throw null!;
    }

    public abstract class AsyncPolicy<TResult> : PolicyBase<TResult>, IAsyncPolicy<TResult>, IsPolicy
    {
        internal AsyncPolicy() { }
        public AsyncPolicy<TResult> WithPolicyKey(string policyKey) => throw null!;
        public Task<TResult> ExecuteAsync(Func<Task<TResult>> action) => throw null!;
        public Task<TResult> ExecuteAsync(Func<Context, Task<TResult>> action, IDictionary<string, object> contextData) => throw null!;
        public Task<TResult> ExecuteAsync(Func<Context, Task<TResult>> action, Context context) => throw null!;
        public Task<TResult> ExecuteAsync(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken) => throw null!;
        public Task<TResult> ExecuteAsync(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<TResult> ExecuteAsync(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public Task<TResult> ExecuteAsync(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken) => throw null!;
        public Task<TResult> ExecuteAsync(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<TResult> ExecuteAsync(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Task<TResult>> action) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, Task<TResult>> action, IDictionary<string, object> contextData) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, Task<TResult>> action, Context context) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task<TResult>> action, IDictionary<string, object> contextData, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public Task<PolicyResult<TResult>> ExecuteAndCaptureAsync(Func<Context, CancellationToken, Task<TResult>> action, Context context, CancellationToken cancellationToken, bool continueOnCapturedContext) => throw null!;
        public AsyncPolicyWrap<TResult> WrapAsync(IAsyncPolicy innerPolicy) => throw null!;
        public AsyncPolicyWrap<TResult> WrapAsync(IAsyncPolicy<TResult> innerPolicy) => throw null!;
        IAsyncPolicy<TResult> IAsyncPolicy<TResult>.WithPolicyKey(string policyKey) => throw null!;
    }

    public sealed class PolicyBuilder
    {
        internal PolicyBuilder() { }
        public override string ToString() => throw null!;
        public override bool Equals(object obj) => throw null!;
        public override int GetHashCode() => throw null!;
        public new Type GetType() => throw null!;
        public PolicyBuilder Or<TException>() where TException : Exception => throw null!;
        public PolicyBuilder Or<TException>(Func<TException, bool> exceptionPredicate) where TException : Exception => throw null!;
        public PolicyBuilder OrInner<TException>() where TException : Exception => throw null!;
        public PolicyBuilder OrInner<TException>(Func<TException, bool> exceptionPredicate) where TException : Exception => throw null!;
        public PolicyBuilder<TResult> OrResult<TResult>(Func<TResult, bool> resultPredicate) => throw null!;
        public PolicyBuilder<TResult> OrResult<TResult>(TResult result) => throw null!;
    }

    public sealed class PolicyBuilder<TResult>
    {
        internal PolicyBuilder() { }
        public override string ToString() => throw null!;
        public override bool Equals(object obj) => throw null!;
        public override int GetHashCode() => throw null!;
        public new Type GetType() => throw null!;
        public PolicyBuilder<TResult> OrResult(Func<TResult, bool> resultPredicate) => throw null!;
        public PolicyBuilder<TResult> OrResult(TResult result) => throw null!;
        public PolicyBuilder<TResult> Or<TException>() where TException : Exception => throw null!;
        public PolicyBuilder<TResult> Or<TException>(Func<TException, bool> exceptionPredicate) where TException : Exception => throw null!;
        public PolicyBuilder<TResult> OrInner<TException>() where TException : Exception => throw null!;
        public PolicyBuilder<TResult> OrInner<TException>(Func<TException, bool> exceptionPredicate) where TException : Exception => throw null!;
    }

    public class Context : IDictionary<string, object>, ICollection<KeyValuePair<string, object>>, IEnumerable<KeyValuePair<string, object>>, IEnumerable, IDictionary, ICollection, IReadOnlyDictionary<string, object>, IReadOnlyCollection<KeyValuePair<string, object>>
    {
        public Context(string operationKey) { }
        public Context() { }
        public Context(string operationKey, IDictionary<string, object> contextData) { }
        public void Add(string key, object value) => throw null!;
        public bool ContainsKey(string key) => throw null!;
        public bool Remove(string key) => throw null!;
        public bool TryGetValue(string key, out object value) => throw null!;
        public void Clear() => throw null!;
        public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => throw null!;
        public void Add(object key, object value) => throw null!;
        public bool Contains(object key) => throw null!;
        public void Remove(object key) => throw null!;
        public void CopyTo(Array array, int index) => throw null!;
        public Guid CorrelationId => throw null!;
        public ICollection<string> Keys => throw null!;
        public ICollection<object> Values => throw null!;
        public int Count => throw null!;
        public object this[string key] { get => throw null!; set { } }
        void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => throw null!;
        bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => throw null!;
        void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) => throw null!;
        bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => throw null!;
        bool ICollection<KeyValuePair<string, object>>.IsReadOnly { get => throw null!; }
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
        IDictionaryEnumerator IDictionary.GetEnumerator() => throw null!;
        bool IDictionary.IsFixedSize { get => throw null!; }
        bool IDictionary.IsReadOnly { get => throw null!; }
        object? IDictionary.this[object key] { get => throw null!; set { } }
        ICollection IDictionary.Keys { get => throw null!; }
        ICollection IDictionary.Values { get => throw null!; }
        bool ICollection.IsSynchronized { get => throw null!; }
        object ICollection.SyncRoot { get => throw null!; }
        IEnumerable<string> IReadOnlyDictionary<string, object>.Keys { get => throw null!; }
        IEnumerable<object> IReadOnlyDictionary<string, object>.Values { get => throw null!; }
    }

    public class DelegateResult<TResult>
    {
        public DelegateResult(TResult result) { }
        public DelegateResult(Exception exception) { }
        public TResult Result => throw null!;
        public Exception Exception => throw null!;
    }

    public class PolicyResult
    {
        internal PolicyResult() { }
        public static PolicyResult Successful(Context context) => throw null!;
        public static PolicyResult Failure(Exception exception, ExceptionType exceptionType, Context context) => throw null!;
        public OutcomeType Outcome => throw null!;
        public Exception FinalException => throw null!;
        public ExceptionType? ExceptionType => throw null!;
        public Context Context => throw null!;
    }

    public class PolicyResult<TResult>
    {
        internal PolicyResult() { }
        public static PolicyResult<TResult> Successful(TResult result, Context context) => throw null!;
        public static PolicyResult<TResult> Failure(Exception exception, ExceptionType exceptionType, Context context) => throw null!;
        public static PolicyResult<TResult> Failure(TResult handledResult, Context context) => throw null!;
        public OutcomeType Outcome => throw null!;
        public Exception FinalException => throw null!;
        public ExceptionType? ExceptionType => throw null!;
        public TResult Result => throw null!;
        public TResult FinalHandledResult => throw null!;
        public FaultType? FaultType => throw null!;
        public Context Context => throw null!;
    }

    public enum OutcomeType
    {
        Successful = 0,
        Failure = 1,
    }

    public enum ExceptionType
    {
        HandledByThisPolicy = 0,
        Unhandled = 1,
    }

    public enum FaultType
    {
        ExceptionHandledByThisPolicy = 0,
        UnhandledException = 1,
        ResultHandledByThisPolicy = 2,
    }

    public static class IAsyncPolicyExtensions
    {
        public static IAsyncPolicy<TResult> AsAsyncPolicy<TResult>(this IAsyncPolicy policy) => throw null!;
    }

    public static class RetrySyntax
    {
        public static RetryPolicy Retry(this PolicyBuilder policyBuilder) => throw null!;
        public static RetryPolicy Retry(this PolicyBuilder policyBuilder, int retryCount) => throw null!;
        public static RetryPolicy Retry(this PolicyBuilder policyBuilder, Action<Exception, int> onRetry) => throw null!;
        public static RetryPolicy Retry(this PolicyBuilder policyBuilder, int retryCount, Action<Exception, int> onRetry) => throw null!;
        public static RetryPolicy Retry(this PolicyBuilder policyBuilder, Action<Exception, int, Context> onRetry) => throw null!;
        public static RetryPolicy Retry(this PolicyBuilder policyBuilder, int retryCount, Action<Exception, int, Context> onRetry) => throw null!;
        public static RetryPolicy RetryForever(this PolicyBuilder policyBuilder) => throw null!;
        public static RetryPolicy RetryForever(this PolicyBuilder policyBuilder, Action<Exception> onRetry) => throw null!;
        public static RetryPolicy RetryForever(this PolicyBuilder policyBuilder, Action<Exception, int> onRetry) => throw null!;
        public static RetryPolicy RetryForever(this PolicyBuilder policyBuilder, Action<Exception, Context> onRetry) => throw null!;
        public static RetryPolicy RetryForever(this PolicyBuilder policyBuilder, Action<Exception, int, Context> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, int, Context> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, int, Context> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, int retryCount, Func<int, Exception, Context, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, int, Context> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, IEnumerable<TimeSpan> sleepDurations) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<Exception, TimeSpan> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<Exception, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetry(this PolicyBuilder policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<Exception, TimeSpan, int, Context> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetryForever(this PolicyBuilder policyBuilder, Func<int, TimeSpan> sleepDurationProvider) => throw null!;
        public static RetryPolicy WaitAndRetryForever(this PolicyBuilder policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider) => throw null!;
        public static RetryPolicy WaitAndRetryForever(this PolicyBuilder policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetryForever(this PolicyBuilder policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Action<Exception, int, TimeSpan> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetryForever(this PolicyBuilder policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetryForever(this PolicyBuilder policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Action<Exception, int, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetryForever(this PolicyBuilder policyBuilder, Func<int, Exception, Context, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy WaitAndRetryForever(this PolicyBuilder policyBuilder, Func<int, Exception, Context, TimeSpan> sleepDurationProvider, Action<Exception, int, TimeSpan, Context> onRetry) => throw null!;
    }

    public static class RetryTResultSyntax
    {
        public static RetryPolicy<TResult> Retry<TResult>(this PolicyBuilder<TResult> policyBuilder) => throw null!;
        public static RetryPolicy<TResult> Retry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount) => throw null!;
        public static RetryPolicy<TResult> Retry<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>, int> onRetry) => throw null!;
        public static RetryPolicy<TResult> Retry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Action<DelegateResult<TResult>, int> onRetry) => throw null!;
        public static RetryPolicy<TResult> Retry<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>, int, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> Retry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Action<DelegateResult<TResult>, int, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> RetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder) => throw null!;
        public static RetryPolicy<TResult> RetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>> onRetry) => throw null!;
        public static RetryPolicy<TResult> RetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>, int> onRetry) => throw null!;
        public static RetryPolicy<TResult> RetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> RetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>, int, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, int, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, int, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, DelegateResult<TResult>, Context, TimeSpan> sleepDurationProvider) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, DelegateResult<TResult>, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, DelegateResult<TResult>, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, int, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, IEnumerable<TimeSpan> sleepDurations) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<DelegateResult<TResult>, TimeSpan> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<DelegateResult<TResult>, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetry<TResult>(this PolicyBuilder<TResult> policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<DelegateResult<TResult>, TimeSpan, int, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, TimeSpan> sleepDurationProvider) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, int, TimeSpan> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, int, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, DelegateResult<TResult>, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, Context> onRetry) => throw null!;
        public static RetryPolicy<TResult> WaitAndRetryForever<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, DelegateResult<TResult>, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, int, TimeSpan, Context> onRetry) => throw null!;
    }

    public static class AsyncRetrySyntax
    {
        public static AsyncRetryPolicy RetryAsync(this PolicyBuilder policyBuilder) => throw null!;
        public static AsyncRetryPolicy RetryAsync(this PolicyBuilder policyBuilder, int retryCount) => throw null!;
        public static AsyncRetryPolicy RetryAsync(this PolicyBuilder policyBuilder, Action<Exception, int> onRetry) => throw null!;
        public static AsyncRetryPolicy RetryAsync(this PolicyBuilder policyBuilder, Func<Exception, int, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy RetryAsync(this PolicyBuilder policyBuilder, int retryCount, Action<Exception, int> onRetry) => throw null!;
        public static AsyncRetryPolicy RetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<Exception, int, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy RetryAsync(this PolicyBuilder policyBuilder, Action<Exception, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy RetryAsync(this PolicyBuilder policyBuilder, Func<Exception, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy RetryAsync(this PolicyBuilder policyBuilder, int retryCount, Action<Exception, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy RetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<Exception, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy RetryForeverAsync(this PolicyBuilder policyBuilder) => throw null!;
        public static AsyncRetryPolicy RetryForeverAsync(this PolicyBuilder policyBuilder, Action<Exception> onRetry) => throw null!;
        public static AsyncRetryPolicy RetryForeverAsync(this PolicyBuilder policyBuilder, Action<Exception, int> onRetry) => throw null!;
        public static AsyncRetryPolicy RetryForeverAsync(this PolicyBuilder policyBuilder, Func<Exception, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy RetryForeverAsync(this PolicyBuilder policyBuilder, Func<Exception, int, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy RetryForeverAsync(this PolicyBuilder policyBuilder, Action<Exception, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy RetryForeverAsync(this PolicyBuilder policyBuilder, Action<Exception, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy RetryForeverAsync(this PolicyBuilder policyBuilder, Func<Exception, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy RetryForeverAsync(this PolicyBuilder policyBuilder, Func<Exception, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Func<Exception, TimeSpan, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Func<Exception, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Func<Exception, TimeSpan, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Func<Exception, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Func<Exception, TimeSpan, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, int retryCount, Func<int, Exception, Context, TimeSpan> sleepDurationProvider, Func<Exception, TimeSpan, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, IEnumerable<TimeSpan> sleepDurations) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<Exception, TimeSpan> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, IEnumerable<TimeSpan> sleepDurations, Func<Exception, TimeSpan, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<Exception, TimeSpan, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, IEnumerable<TimeSpan> sleepDurations, Func<Exception, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<Exception, TimeSpan, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder policyBuilder, IEnumerable<TimeSpan> sleepDurations, Func<Exception, TimeSpan, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, TimeSpan> sleepDurationProvider) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Action<Exception, int, TimeSpan> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Func<Exception, TimeSpan, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Func<Exception, int, TimeSpan, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Action<Exception, TimeSpan, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Action<Exception, int, TimeSpan, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Func<Exception, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Func<Exception, int, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, Exception, Context, TimeSpan> sleepDurationProvider, Func<Exception, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy WaitAndRetryForeverAsync(this PolicyBuilder policyBuilder, Func<int, Exception, Context, TimeSpan> sleepDurationProvider, Func<Exception, int, TimeSpan, Context, Task> onRetryAsync) => throw null!;
    }

    public static class AsyncRetryTResultSyntax
    {
        public static AsyncRetryPolicy<TResult> RetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>, int> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<DelegateResult<TResult>, int, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Action<DelegateResult<TResult>, int> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<DelegateResult<TResult>, int, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<DelegateResult<TResult>, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Action<DelegateResult<TResult>, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<DelegateResult<TResult>, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>, int> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<DelegateResult<TResult>, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<DelegateResult<TResult>, int, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Action<DelegateResult<TResult>, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<DelegateResult<TResult>, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> RetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<DelegateResult<TResult>, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, TimeSpan, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, TimeSpan, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, Context, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, TimeSpan, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, DelegateResult<TResult>, Context, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, TimeSpan, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, IEnumerable<TimeSpan> sleepDurations) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<DelegateResult<TResult>, TimeSpan> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, IEnumerable<TimeSpan> sleepDurations, Func<DelegateResult<TResult>, TimeSpan, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<DelegateResult<TResult>, TimeSpan, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, IEnumerable<TimeSpan> sleepDurations, Func<DelegateResult<TResult>, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, IEnumerable<TimeSpan> sleepDurations, Action<DelegateResult<TResult>, TimeSpan, int, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, IEnumerable<TimeSpan> sleepDurations, Func<DelegateResult<TResult>, TimeSpan, int, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, TimeSpan> sleepDurationProvider) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, int, TimeSpan> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, TimeSpan, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, int, TimeSpan, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, TimeSpan, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Action<DelegateResult<TResult>, int, TimeSpan, Context> onRetry) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, Context, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, int, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, DelegateResult<TResult>, Context, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, TimeSpan, Context, Task> onRetryAsync) => throw null!;
        public static AsyncRetryPolicy<TResult> WaitAndRetryForeverAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<int, DelegateResult<TResult>, Context, TimeSpan> sleepDurationProvider, Func<DelegateResult<TResult>, int, TimeSpan, Context, Task> onRetryAsync) => throw null!;
    }

    public static class CircuitBreakerSyntax
    {
        public static CircuitBreakerPolicy CircuitBreaker(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak) => throw null!;
        public static CircuitBreakerPolicy CircuitBreaker(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<Exception, TimeSpan> onBreak, Action onReset) => throw null!;
        public static CircuitBreakerPolicy CircuitBreaker(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<Exception, TimeSpan, Context> onBreak, Action<Context> onReset) => throw null!;
        public static CircuitBreakerPolicy CircuitBreaker(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<Exception, TimeSpan> onBreak, Action onReset, Action onHalfOpen) => throw null!;
        public static CircuitBreakerPolicy CircuitBreaker(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<Exception, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
        public static CircuitBreakerPolicy CircuitBreaker(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<Exception, CircuitState, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
    }

    public static class CircuitBreakerTResultSyntax
    {
        public static CircuitBreakerPolicy<TResult> CircuitBreaker<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak) => throw null!;
        public static CircuitBreakerPolicy<TResult> CircuitBreaker<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan> onBreak, Action onReset) => throw null!;
        public static CircuitBreakerPolicy<TResult> CircuitBreaker<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan, Context> onBreak, Action<Context> onReset) => throw null!;
        public static CircuitBreakerPolicy<TResult> CircuitBreaker<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan> onBreak, Action onReset, Action onHalfOpen) => throw null!;
        public static CircuitBreakerPolicy<TResult> CircuitBreaker<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
        public static CircuitBreakerPolicy<TResult> CircuitBreaker<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, CircuitState, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
    }

    public static class AsyncCircuitBreakerSyntax
    {
        public static AsyncCircuitBreakerPolicy CircuitBreakerAsync(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak) => throw null!;
        public static AsyncCircuitBreakerPolicy CircuitBreakerAsync(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<Exception, TimeSpan> onBreak, Action onReset) => throw null!;
        public static AsyncCircuitBreakerPolicy CircuitBreakerAsync(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<Exception, TimeSpan, Context> onBreak, Action<Context> onReset) => throw null!;
        public static AsyncCircuitBreakerPolicy CircuitBreakerAsync(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<Exception, TimeSpan> onBreak, Action onReset, Action onHalfOpen) => throw null!;
        public static AsyncCircuitBreakerPolicy CircuitBreakerAsync(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<Exception, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
        public static AsyncCircuitBreakerPolicy CircuitBreakerAsync(this PolicyBuilder policyBuilder, int exceptionsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<Exception, CircuitState, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
    }

    public static class AsyncCircuitBreakerTResultSyntax
    {
        public static AsyncCircuitBreakerPolicy<TResult> CircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak) => throw null!;
        public static AsyncCircuitBreakerPolicy<TResult> CircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan> onBreak, Action onReset) => throw null!;
        public static AsyncCircuitBreakerPolicy<TResult> CircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan, Context> onBreak, Action<Context> onReset) => throw null!;
        public static AsyncCircuitBreakerPolicy<TResult> CircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan> onBreak, Action onReset, Action onHalfOpen) => throw null!;
        public static AsyncCircuitBreakerPolicy<TResult> CircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
        public static AsyncCircuitBreakerPolicy<TResult> CircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, CircuitState, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
    }

    public static class AdvancedCircuitBreakerSyntax
    {
        public static CircuitBreakerPolicy AdvancedCircuitBreaker(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak) => throw null!;
        public static CircuitBreakerPolicy AdvancedCircuitBreaker(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<Exception, TimeSpan> onBreak, Action onReset) => throw null!;
        public static CircuitBreakerPolicy AdvancedCircuitBreaker(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<Exception, TimeSpan, Context> onBreak, Action<Context> onReset) => throw null!;
        public static CircuitBreakerPolicy AdvancedCircuitBreaker(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<Exception, TimeSpan> onBreak, Action onReset, Action onHalfOpen) => throw null!;
        public static CircuitBreakerPolicy AdvancedCircuitBreaker(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<Exception, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
        public static CircuitBreakerPolicy AdvancedCircuitBreaker(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<Exception, CircuitState, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
    }

    public static class AsyncAdvancedCircuitBreakerSyntax
    {
        public static AsyncCircuitBreakerPolicy AdvancedCircuitBreakerAsync(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak) => throw null!;
        public static AsyncCircuitBreakerPolicy AdvancedCircuitBreakerAsync(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<Exception, TimeSpan> onBreak, Action onReset) => throw null!;
        public static AsyncCircuitBreakerPolicy AdvancedCircuitBreakerAsync(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<Exception, TimeSpan, Context> onBreak, Action<Context> onReset) => throw null!;
        public static AsyncCircuitBreakerPolicy AdvancedCircuitBreakerAsync(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<Exception, TimeSpan> onBreak, Action onReset, Action onHalfOpen) => throw null!;
        public static AsyncCircuitBreakerPolicy AdvancedCircuitBreakerAsync(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<Exception, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
        public static AsyncCircuitBreakerPolicy AdvancedCircuitBreakerAsync(this PolicyBuilder policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<Exception, CircuitState, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
    }

    public static class AsyncAdvancedCircuitBreakerTResultSyntax
    {
        public static AsyncCircuitBreakerPolicy<TResult> AdvancedCircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak) => throw null!;
        public static AsyncCircuitBreakerPolicy<TResult> AdvancedCircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan> onBreak, Action onReset) => throw null!;
        public static AsyncCircuitBreakerPolicy<TResult> AdvancedCircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan, Context> onBreak, Action<Context> onReset) => throw null!;
        public static AsyncCircuitBreakerPolicy<TResult> AdvancedCircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan> onBreak, Action onReset, Action onHalfOpen) => throw null!;
        public static AsyncCircuitBreakerPolicy<TResult> AdvancedCircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
        public static AsyncCircuitBreakerPolicy<TResult> AdvancedCircuitBreakerAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, double failureThreshold, TimeSpan samplingDuration, int minimumThroughput, TimeSpan durationOfBreak, Action<DelegateResult<TResult>, CircuitState, TimeSpan, Context> onBreak, Action<Context> onReset, Action onHalfOpen) => throw null!;
    }

    public static class FallbackSyntax
    {
        public static FallbackPolicy Fallback(this PolicyBuilder policyBuilder, Action fallbackAction) => throw null!;
        public static FallbackPolicy Fallback(this PolicyBuilder policyBuilder, Action<CancellationToken> fallbackAction) => throw null!;
        public static FallbackPolicy Fallback(this PolicyBuilder policyBuilder, Action fallbackAction, Action<Exception> onFallback) => throw null!;
        public static FallbackPolicy Fallback(this PolicyBuilder policyBuilder, Action<CancellationToken> fallbackAction, Action<Exception> onFallback) => throw null!;
        public static FallbackPolicy Fallback(this PolicyBuilder policyBuilder, Action<Context> fallbackAction, Action<Exception, Context> onFallback) => throw null!;
        public static FallbackPolicy Fallback(this PolicyBuilder policyBuilder, Action<Context, CancellationToken> fallbackAction, Action<Exception, Context> onFallback) => throw null!;
        public static FallbackPolicy Fallback(this PolicyBuilder policyBuilder, Action<Exception, Context, CancellationToken> fallbackAction, Action<Exception, Context> onFallback) => throw null!;
    }

    public static class FallbackTResultSyntax
    {
        public static FallbackPolicy<TResult> Fallback<TResult>(this PolicyBuilder<TResult> policyBuilder, TResult fallbackValue) => throw null!;
        public static FallbackPolicy<TResult> Fallback<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<TResult> fallbackAction) => throw null!;
        public static FallbackPolicy<TResult> Fallback<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<CancellationToken, TResult> fallbackAction) => throw null!;
        public static FallbackPolicy<TResult> Fallback<TResult>(this PolicyBuilder<TResult> policyBuilder, TResult fallbackValue, Action<DelegateResult<TResult>> onFallback) => throw null!;
        public static FallbackPolicy<TResult> Fallback<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<TResult> fallbackAction, Action<DelegateResult<TResult>> onFallback) => throw null!;
        public static FallbackPolicy<TResult> Fallback<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<CancellationToken, TResult> fallbackAction, Action<DelegateResult<TResult>> onFallback) => throw null!;
        public static FallbackPolicy<TResult> Fallback<TResult>(this PolicyBuilder<TResult> policyBuilder, TResult fallbackValue, Action<DelegateResult<TResult>, Context> onFallback) => throw null!;
        public static FallbackPolicy<TResult> Fallback<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<Context, TResult> fallbackAction, Action<DelegateResult<TResult>, Context> onFallback) => throw null!;
        public static FallbackPolicy<TResult> Fallback<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<Context, CancellationToken, TResult> fallbackAction, Action<DelegateResult<TResult>, Context> onFallback) => throw null!;
        public static FallbackPolicy<TResult> Fallback<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<DelegateResult<TResult>, Context, CancellationToken, TResult> fallbackAction, Action<DelegateResult<TResult>, Context> onFallback) => throw null!;
    }

    public static class AsyncFallbackSyntax
    {
        public static AsyncFallbackPolicy FallbackAsync(this PolicyBuilder policyBuilder, Func<CancellationToken, Task> fallbackAction) => throw null!;
        public static AsyncFallbackPolicy FallbackAsync(this PolicyBuilder policyBuilder, Func<CancellationToken, Task> fallbackAction, Func<Exception, Task> onFallbackAsync) => throw null!;
        public static AsyncFallbackPolicy FallbackAsync(this PolicyBuilder policyBuilder, Func<Context, CancellationToken, Task> fallbackAction, Func<Exception, Context, Task> onFallbackAsync) => throw null!;
        public static AsyncFallbackPolicy FallbackAsync(this PolicyBuilder policyBuilder, Func<Exception, Context, CancellationToken, Task> fallbackAction, Func<Exception, Context, Task> onFallbackAsync) => throw null!;
    }

    public static class AsyncFallbackTResultSyntax
    {
        public static AsyncFallbackPolicy<TResult> FallbackAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, TResult fallbackValue) => throw null!;
        public static AsyncFallbackPolicy<TResult> FallbackAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<CancellationToken, Task<TResult>> fallbackAction) => throw null!;
        public static AsyncFallbackPolicy<TResult> FallbackAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, TResult fallbackValue, Func<DelegateResult<TResult>, Task> onFallbackAsync) => throw null!;
        public static AsyncFallbackPolicy<TResult> FallbackAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<CancellationToken, Task<TResult>> fallbackAction, Func<DelegateResult<TResult>, Task> onFallbackAsync) => throw null!;
        public static AsyncFallbackPolicy<TResult> FallbackAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, TResult fallbackValue, Func<DelegateResult<TResult>, Context, Task> onFallbackAsync) => throw null!;
        public static AsyncFallbackPolicy<TResult> FallbackAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<Context, CancellationToken, Task<TResult>> fallbackAction, Func<DelegateResult<TResult>, Context, Task> onFallbackAsync) => throw null!;
        public static AsyncFallbackPolicy<TResult> FallbackAsync<TResult>(this PolicyBuilder<TResult> policyBuilder, Func<DelegateResult<TResult>, Context, CancellationToken, Task<TResult>> fallbackAction, Func<DelegateResult<TResult>, Context, Task> onFallbackAsync) => throw null!;
    }
}

namespace Polly.Bulkhead
{
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Timeout;
    using Polly.Wrap;

    public class BulkheadPolicy : Policy, IsPolicy, IDisposable
    {
        internal BulkheadPolicy() { }
        public void Dispose() => throw null!;
    }

    public class BulkheadPolicy<TResult> : Policy<TResult>, IsPolicy, IDisposable
    {
        internal BulkheadPolicy() { }
        public void Dispose() => throw null!;
    }

    public class AsyncBulkheadPolicy : AsyncPolicy, IsPolicy, IDisposable
    {
        internal AsyncBulkheadPolicy() { }
        public void Dispose() => throw null!;
    }

    public class AsyncBulkheadPolicy<TResult> : AsyncPolicy<TResult>, IsPolicy, IDisposable
    {
        internal AsyncBulkheadPolicy() { }
        public void Dispose() => throw null!;
    }
}

namespace Polly.CircuitBreaker
{
    using Polly.Bulkhead;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Timeout;
    using Polly.Wrap;

    public class CircuitBreakerStrategyOptions : CircuitBreakerStrategyOptions<object>
    {
        public CircuitBreakerStrategyOptions() { }
    }

    public class CircuitBreakerStrategyOptions<TResult> : ResilienceStrategyOptions
    {
        public CircuitBreakerStrategyOptions() { }
        public double FailureRatio { get => throw null!; set { } }
        public int MinimumThroughput { get => throw null!; set { } }
        public TimeSpan SamplingDuration { get => throw null!; set { } }
        public TimeSpan BreakDuration { get => throw null!; set { } }
        public Func<BreakDurationGeneratorArguments, ValueTask<TimeSpan>>? BreakDurationGenerator { get => throw null!; set { } }
        public Func<CircuitBreakerPredicateArguments<TResult>, ValueTask<bool>> ShouldHandle { get => throw null!; set { } }
        public Func<OnCircuitClosedArguments<TResult>, ValueTask>? OnClosed { get => throw null!; set { } }
        public Func<OnCircuitOpenedArguments<TResult>, ValueTask>? OnOpened { get => throw null!; set { } }
        public Func<OnCircuitHalfOpenedArguments, ValueTask>? OnHalfOpened { get => throw null!; set { } }
    }

    public readonly struct CircuitBreakerPredicateArguments<TResult>
    {
        public Outcome<TResult> Outcome => throw null!;
    }

    public readonly struct OnCircuitOpenedArguments<TResult>
    {
        public Outcome<TResult> Outcome => throw null!;
        public TimeSpan BreakDuration => throw null!;
    }

    public readonly struct OnCircuitClosedArguments<TResult>
    {
        public Outcome<TResult> Outcome => throw null!;
    }

    public readonly struct OnCircuitHalfOpenedArguments
    {
        public ResilienceContext Context => throw null!;
    }

    public readonly struct BreakDurationGeneratorArguments
    {
        public double FailureRate => throw null!;
        public int FailureCount => throw null!;
    }

    public class BrokenCircuitException
    {
        public BrokenCircuitException() { }
        public BrokenCircuitException(TimeSpan retryAfter) { }
        public BrokenCircuitException(string message) { }
        public BrokenCircuitException(string message, TimeSpan retryAfter) { }
        public BrokenCircuitException(string message, Exception inner) { }
        public BrokenCircuitException(string message, TimeSpan retryAfter, Exception inner) { }
    }

    public enum CircuitState
    {
        Closed = 0,
        Open = 1,
        HalfOpen = 2,
        Isolated = 3,
    }

    public class CircuitBreakerPolicy : Policy, IsPolicy
    {
        internal CircuitBreakerPolicy() { }
        public CircuitState CircuitState => throw null!;
    }

    public class CircuitBreakerPolicy<TResult> : Policy<TResult>, IsPolicy
    {
        internal CircuitBreakerPolicy() { }
        public CircuitState CircuitState => throw null!;
    }

    public class AsyncCircuitBreakerPolicy : AsyncPolicy, IsPolicy
    {
        internal AsyncCircuitBreakerPolicy() { }
        public CircuitState CircuitState => throw null!;
    }

    public class AsyncCircuitBreakerPolicy<TResult> : AsyncPolicy<TResult>, IsPolicy
    {
        internal AsyncCircuitBreakerPolicy() { }
        public CircuitState CircuitState => throw null!;
    }
}

namespace Polly.DependencyInjection
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Timeout;
    using Polly.Wrap;

    public sealed class AddResiliencePipelineContext<TKey> where TKey : notnull
    {
        internal AddResiliencePipelineContext() { }
        public TKey PipelineKey => throw null!;
        public IServiceProvider ServiceProvider => throw null!;
    }

    public sealed class AddResiliencePipelinesContext<TKey> where TKey : notnull
    {
        internal AddResiliencePipelinesContext() { }
        public void AddResiliencePipeline(TKey key, Action<ResiliencePipelineBuilder, AddResiliencePipelineContext<TKey>> configure) => throw null!;
        public void AddResiliencePipeline<TResult>(TKey key, Action<ResiliencePipelineBuilder<TResult>, AddResiliencePipelineContext<TKey>> configure) => throw null!;
    }
}

namespace Polly.Extensions.Http
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Timeout;
    using Polly.Wrap;

    public static class HttpPolicyExtensions
    {
        public static PolicyBuilder<HttpResponseMessage> HandleTransientHttpError() => throw null!;
        public static PolicyBuilder<HttpResponseMessage> OrTransientHttpStatusCode(this PolicyBuilder policyBuilder) => throw null!;
        public static PolicyBuilder<HttpResponseMessage> OrTransientHttpError(this PolicyBuilder policyBuilder) => throw null!;
        public static PolicyBuilder<HttpResponseMessage> OrTransientHttpStatusCode(this PolicyBuilder<HttpResponseMessage> policyBuilder) => throw null!;
        public static PolicyBuilder<HttpResponseMessage> OrTransientHttpError(this PolicyBuilder<HttpResponseMessage> policyBuilder) => throw null!;
    }
}

namespace Polly.Fallback
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Timeout;
    using Polly.Wrap;

    public class FallbackStrategyOptions<TResult> : ResilienceStrategyOptions
    {
        public FallbackStrategyOptions() { }
        public Func<FallbackPredicateArguments<TResult>, ValueTask<bool>> ShouldHandle { get => throw null!; set { } }
        public Func<FallbackActionArguments<TResult>, ValueTask<Outcome<TResult>>>? FallbackAction { get => throw null!; set { } }
        public Func<OnFallbackArguments<TResult>, ValueTask>? OnFallback { get => throw null!; set { } }
    }

    public readonly struct FallbackPredicateArguments<TResult>
    {
        public Outcome<TResult> Outcome => throw null!;
    }

    public readonly struct FallbackActionArguments<TResult>
    {
        public Outcome<TResult> Outcome => throw null!;
        public ResilienceContext Context => throw null!;
    }

    public readonly struct OnFallbackArguments<TResult>
    {
        public Outcome<TResult> Outcome => throw null!;
    }

    public class FallbackPolicy : Policy, IsPolicy
    {
        internal FallbackPolicy() { }
    }

    public class FallbackPolicy<TResult> : Policy<TResult>, IsPolicy
    {
        internal FallbackPolicy() { }
    }

    public class AsyncFallbackPolicy : AsyncPolicy, IsPolicy
    {
        internal AsyncFallbackPolicy() { }
    }

    public class AsyncFallbackPolicy<TResult> : AsyncPolicy<TResult>, IsPolicy
    {
        internal AsyncFallbackPolicy() { }
    }
}

namespace Polly.Hedging
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Timeout;
    using Polly.Wrap;

    public class HedgingStrategyOptions<TResult> : ResilienceStrategyOptions
    {
        public HedgingStrategyOptions() { }
        public TimeSpan Delay { get => throw null!; set { } }
        public int MaxHedgedAttempts { get => throw null!; set { } }
        public Func<HedgingPredicateArguments<TResult>, ValueTask<bool>> ShouldHandle { get => throw null!; set { } }
        public Func<HedgingActionGeneratorArguments<TResult>, Func<ValueTask<Outcome<TResult>>>?> ActionGenerator { get => throw null!; set { } }
        public Func<HedgingDelayGeneratorArguments, ValueTask<TimeSpan>>? DelayGenerator { get => throw null!; set { } }
        public Func<OnHedgingArguments<TResult>, ValueTask>? OnHedging { get => throw null!; set { } }
    }

    public readonly struct HedgingPredicateArguments<TResult>
    {
        public Outcome<TResult> Outcome => throw null!;
    }

    public readonly struct HedgingActionGeneratorArguments<TResult>
    {
        public int AttemptNumber => throw null!;
        public Func<ResilienceContext, ValueTask<Outcome<TResult>>> Callback => throw null!;
    }

    public readonly struct HedgingDelayGeneratorArguments
    {
        public int AttemptNumber => throw null!;
    }

    public readonly struct OnHedgingArguments<TResult>
    {
        public int AttemptNumber => throw null!;
    }
}

namespace Polly.NoOp
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Timeout;
    using Polly.Wrap;

    public class NoOpPolicy : Policy, IsPolicy
    {
        internal NoOpPolicy() { }
    }

    public class NoOpPolicy<TResult> : Policy<TResult>, IsPolicy
    {
        internal NoOpPolicy() { }
    }

    public class AsyncNoOpPolicy : AsyncPolicy, IsPolicy
    {
        internal AsyncNoOpPolicy() { }
    }

    public class AsyncNoOpPolicy<TResult> : AsyncPolicy<TResult>, IsPolicy
    {
        internal AsyncNoOpPolicy() { }
    }
}

namespace Polly.RateLimit
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Timeout;
    using Polly.Wrap;

    public class RateLimitPolicy : Policy, IsPolicy
    {
        internal RateLimitPolicy() { }
    }

    public class AsyncRateLimitPolicy : AsyncPolicy, IsPolicy
    {
        internal AsyncRateLimitPolicy() { }
    }

    public class AsyncRateLimitPolicy<TResult> : AsyncPolicy<TResult>, IsPolicy
    {
        internal AsyncRateLimitPolicy() { }
    }
}

namespace Polly.RateLimiting
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Timeout;
    using Polly.Wrap;

    public class RateLimiterStrategyOptions : ResilienceStrategyOptions
    {
        public ConcurrencyLimiterOptions DefaultRateLimiterOptions { get => throw null!; set { } }
    }
}

namespace Polly.Registry
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Retry;
    using Polly.Timeout;
    using Polly.Wrap;

    public abstract class ResiliencePipelineProvider<TKey> where TKey : notnull
    {
        public virtual ResiliencePipeline GetPipeline(TKey key) => throw null!;
        public virtual ResiliencePipeline<TResult> GetPipeline<TResult>(TKey key) => throw null!;
        public abstract bool TryGetPipeline(TKey key, out ResiliencePipeline? pipeline);
        public abstract bool TryGetPipeline<TResult>(TKey key, out ResiliencePipeline<TResult>? pipeline);
        protected ResiliencePipelineProvider() { }
    }

    public interface IReadOnlyPolicyRegistry<TKey> : IEnumerable<KeyValuePair<TKey, IsPolicy>>, IEnumerable
    {
        TPolicy Get<TPolicy>(TKey key) where TPolicy : IsPolicy;
        bool TryGet<TPolicy>(TKey key, out TPolicy policy) where TPolicy : IsPolicy;
        bool ContainsKey(TKey key);
        IsPolicy this[TKey key] { get; }
        int Count { get; }
    }

    public interface IPolicyRegistry<TKey> : IReadOnlyPolicyRegistry<TKey>, IEnumerable<KeyValuePair<TKey, IsPolicy>>, IEnumerable
    {
        void Add<TPolicy>(TKey key, TPolicy policy) where TPolicy : IsPolicy;
        bool Remove(TKey key);
        void Clear();
        IsPolicy this[TKey key] { get; set; }
    }

    public class PolicyRegistry : IPolicyRegistry<string>, IReadOnlyPolicyRegistry<string>, IEnumerable<KeyValuePair<string, IsPolicy>>, IEnumerable
    {
        public PolicyRegistry() { }
        public void Add<TPolicy>(string key, TPolicy policy) where TPolicy : IsPolicy => throw null!;
        public TPolicy Get<TPolicy>(string key) where TPolicy : IsPolicy => throw null!;
        public bool TryGet<TPolicy>(string key, out TPolicy policy) where TPolicy : IsPolicy => throw null!;
        public void Clear() => throw null!;
        public bool ContainsKey(string key) => throw null!;
        public bool Remove(string key) => throw null!;
        public IEnumerator<KeyValuePair<string, IsPolicy>> GetEnumerator() => throw null!;
        public int Count => throw null!;
        public IsPolicy this[string key] { get => throw null!; set { } }
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }
}

namespace Polly.Retry
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Timeout;
    using Polly.Wrap;

    public class RetryStrategyOptions : RetryStrategyOptions<object>
    {
        public RetryStrategyOptions() { }
    }

    public class RetryStrategyOptions<TResult> : ResilienceStrategyOptions
    {
        public RetryStrategyOptions() { }
        public int MaxRetryAttempts { get => throw null!; set { } }
        public DelayBackoffType BackoffType { get => throw null!; set { } }
        public bool UseJitter { get => throw null!; set { } }
        public TimeSpan Delay { get => throw null!; set { } }
        public TimeSpan? MaxDelay { get => throw null!; set { } }
        public Func<RetryPredicateArguments<TResult>, ValueTask<bool>> ShouldHandle { get => throw null!; set { } }
        public Func<RetryDelayGeneratorArguments<TResult>, ValueTask<TimeSpan?>>? DelayGenerator { get => throw null!; set { } }
        public Func<OnRetryArguments<TResult>, ValueTask>? OnRetry { get => throw null!; set { } }
        public Func<double> Randomizer { get => throw null!; set { } }
    }

    public readonly struct RetryPredicateArguments<TResult>
    {
        public Outcome<TResult> Outcome => throw null!;
        public int AttemptNumber => throw null!;
    }

    public readonly struct OnRetryArguments<TResult>
    {
        public Outcome<TResult> Outcome => throw null!;
        public int AttemptNumber => throw null!;
        public TimeSpan RetryDelay => throw null!;
    }

    public readonly struct RetryDelayGeneratorArguments<TResult>
    {
        public Outcome<TResult> Outcome => throw null!;
        public int AttemptNumber => throw null!;
    }

    public class RetryPolicy : Policy, IsPolicy
    {
        internal RetryPolicy() { }
    }

    public class RetryPolicy<TResult> : Policy<TResult>, IsPolicy
    {
        internal RetryPolicy() { }
    }

    public class AsyncRetryPolicy : AsyncPolicy, IsPolicy
    {
        internal AsyncRetryPolicy() { }
    }

    public class AsyncRetryPolicy<TResult> : AsyncPolicy<TResult>, IsPolicy
    {
        internal AsyncRetryPolicy() { }
    }
}

namespace Polly.Timeout
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Wrap;

    public class TimeoutStrategyOptions : ResilienceStrategyOptions
    {
        public TimeoutStrategyOptions() { }
        public TimeSpan Timeout { get => throw null!; set { } }
        public Func<TimeoutGeneratorArguments, ValueTask<TimeSpan>>? TimeoutGenerator { get => throw null!; set { } }
        public Func<OnTimeoutArguments, ValueTask>? OnTimeout { get => throw null!; set { } }
    }

    public readonly struct OnTimeoutArguments
    {
        public TimeSpan Timeout => throw null!;
    }

    public readonly struct TimeoutGeneratorArguments
    {
        public ResilienceContext Context => throw null!;
    }

    public class TimeoutRejectedException
    {
        public TimeoutRejectedException() { }
        public TimeoutRejectedException(string message) { }
        public TimeoutRejectedException(string message, Exception innerException) { }
        public TimeoutRejectedException(TimeSpan timeout) { }
        public TimeoutRejectedException(string message, TimeSpan timeout) { }
        public TimeoutRejectedException(string message, TimeSpan timeout, Exception innerException) { }
    }

    public enum TimeoutStrategy
    {
        Optimistic = 0,
        Pessimistic = 1,
    }

    public class TimeoutPolicy : Policy, IsPolicy
    {
        internal TimeoutPolicy() { }
    }

    public class TimeoutPolicy<TResult> : Policy<TResult>, IsPolicy
    {
        internal TimeoutPolicy() { }
    }

    public class AsyncTimeoutPolicy : AsyncPolicy, IsPolicy
    {
        internal AsyncTimeoutPolicy() { }
    }

    public class AsyncTimeoutPolicy<TResult> : AsyncPolicy<TResult>, IsPolicy
    {
        internal AsyncTimeoutPolicy() { }
    }
}

namespace Polly.Wrap
{
    using Polly.Bulkhead;
    using Polly.CircuitBreaker;
    using Polly.DependencyInjection;
    using Polly.Fallback;
    using Polly.Hedging;
    using Polly.NoOp;
    using Polly.RateLimit;
    using Polly.RateLimiting;
    using Polly.Registry;
    using Polly.Retry;
    using Polly.Timeout;

    public class PolicyWrap : Policy, IsPolicy
    {
        internal PolicyWrap() { }
    }

    public class PolicyWrap<TResult> : Policy<TResult>, IsPolicy
    {
        internal PolicyWrap() { }
    }

    public class AsyncPolicyWrap : AsyncPolicy, IsPolicy
    {
        internal AsyncPolicyWrap() { }
    }

    public class AsyncPolicyWrap<TResult> : AsyncPolicy<TResult>, IsPolicy
    {
        internal AsyncPolicyWrap() { }
    }
}
