// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace Grpc.Core
{
    public abstract class ChannelBase
    {
        public string Target => throw null!;
        public abstract CallInvoker CreateCallInvoker();
        public Task ShutdownAsync() => throw null!;
    }

    public abstract class CallInvoker
    {
    }
}

namespace Grpc.Net.Client
{
    using Grpc.Core;

    public sealed class GrpcChannel : ChannelBase, IDisposable
    {
        internal GrpcChannel() { }
        public override CallInvoker CreateCallInvoker() => throw null!;
        public static GrpcChannel ForAddress(string address) => throw null!;
        public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => throw null!;
        public static GrpcChannel ForAddress(Uri address) => throw null!;
        public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions) => throw null!;
        public Task ConnectAsync(CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() { }
    }

    public sealed class GrpcChannelOptions
    {
        public GrpcChannelOptions() { }
        public HttpClient? HttpClient { get => throw null!; set { } }
        public HttpMessageHandler? HttpHandler { get => throw null!; set { } }
        public bool DisposeHttpClient { get => throw null!; set { } }
        public ILoggerFactory? LoggerFactory { get => throw null!; set { } }
        public int? MaxReceiveMessageSize { get => throw null!; set { } }
        public int? MaxSendMessageSize { get => throw null!; set { } }
    }
}
