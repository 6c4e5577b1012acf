using System.Threading.Channels;

namespace Harbor.Worker.Telemetry;

public sealed record View(string Page, DateTimeOffset At);

/// <summary>Views may get lost: the oldest give way when the buffer is full.</summary>
public sealed class ViewBuffer
{
    private readonly Channel<View> _views = Channel.CreateBounded<View>(new BoundedChannelOptions(5_000) { FullMode = BoundedChannelFullMode.DropOldest });

    public ChannelReader<View> Reader => _views.Reader;

    public void Note(View view) => _views.Writer.TryWrite(view);
}
