using Grpc.Core;

namespace Harbor.Web.Inventory;

/// <summary>As the compiler of protocol buffers writes it, without the messages.</summary>
public sealed class InventoryClient : ClientBase<InventoryClient>
{
    public InventoryClient(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    private InventoryClient(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    protected override InventoryClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
}
