using System.Text.Json.Nodes;
using Tajriba.Client.Delivery;
using Tajriba.Client.Queue;

namespace Tajriba.Client;

/// <summary>
/// Sends customer-experience events to a Tajriba server: gathered into batches, in the order in which they were given, again
/// and again until the server acknowledges them, under ids by which it knows those that come twice. Safe for concurrent use;
/// make one for the whole process.
/// </summary>
/// <remarks>
/// Every call returns when the message is in the queue, not when it is delivered. Attempts never end by themselves: an outage
/// costs no messages as long as the queue holds them. With <see cref="TajribaClientOptions.QueueDirectory"/> the queue survives
/// the process.
/// </remarks>
public sealed partial class TajribaClient : IAsyncDisposable
{
    private readonly TajribaClientOptions options;
    private readonly TimeProvider clock;
    private readonly HttpClient http;
    private readonly bool ownsHttp;
    private readonly IMessageQueue queue;
    private readonly BatchSender sender;
    private readonly Task sending;

    /// <summary>Makes a client and begins to send what its durable queue still holds.</summary>
    /// <param name="options">Where to and how.</param>
    /// <param name="http">What sends; the caller's own, and not disposed of. It should not follow redirects. One of its own where null.</param>
    /// <param name="clock">The clock; the system's where null.</param>
    /// <param name="chance">Spreads the waits between attempts; used by the sender alone.</param>
    /// <exception cref="ArgumentException">An option lies outside its range.</exception>
    /// <exception cref="IOException">The durable queue's folder cannot be used, or another client uses it.</exception>
    public TajribaClient(TajribaClientOptions options, HttpClient? http = null, TimeProvider? clock = null, Random? chance = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        this.options = options;
        this.clock = clock ?? TimeProvider.System;
        queue = options.QueueDirectory is { } directory
            ? new DurableQueue(directory, options.QueueBytes, options.SegmentBytes, options.QueueSync)
            : new MemoryQueue(options.MemoryMessages, options.MemoryBytes);
        recovered = queue.Count;
        ownsHttp = http is null;
        this.http = http ?? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
        sender = new BatchSender(options, this.http, this.clock, chance ?? new Random());
        dueTimer = this.clock.CreateTimer(_ => Due(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        syncTimer = this.clock.CreateTimer(_ => SyncNow(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        due = recovered > 0;
        wake.Writer.TryWrite(true);
        sending = Task.Run(SendAllAsync);
    }

    /// <summary>Something happened to somebody.</summary>
    /// <param name="user">Whom it is about.</param>
    /// <param name="eventName">What happened (<c>Order Completed</c>). At most 200 characters.</param>
    /// <param name="properties">What else is known of it.</param>
    /// <param name="timestamp">When it happened; now where null.</param>
    /// <param name="cancellationToken">Ends the wait for room in the queue.</param>
    /// <exception cref="ArgumentException">Nobody or nothing is named, or the message is larger than 32,768 bytes as JSON.</exception>
    /// <exception cref="IOException">The disk does not take it; it is not in the queue.</exception>
    /// <exception cref="ObjectDisposedException">The client is closed.</exception>
    public ValueTask TrackAsync(TajribaUser user, string eventName, JsonObject? properties = null, DateTimeOffset? timestamp = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return AddAsync("track", user, ("event", eventName), ("properties", properties), timestamp, cancellationToken);
    }

    /// <summary>Something became known of somebody. Parameters and errors as of <see cref="TrackAsync"/>.</summary>
    /// <param name="user">Whom it is about.</param>
    /// <param name="traits">What is known of them.</param>
    /// <param name="timestamp">Since when; now where null.</param>
    /// <param name="cancellationToken">Ends the wait for room in the queue.</param>
    public ValueTask IdentifyAsync(TajribaUser user, JsonObject? traits = null, DateTimeOffset? timestamp = null, CancellationToken cancellationToken = default) =>
        AddAsync("identify", user, ("", null), ("traits", traits), timestamp, cancellationToken);

    /// <summary>Somebody saw a page. Parameters and errors as of <see cref="TrackAsync"/>.</summary>
    /// <param name="user">Who.</param>
    /// <param name="name">The page's name, or null.</param>
    /// <param name="properties">What else is known of it.</param>
    /// <param name="timestamp">When; now where null.</param>
    /// <param name="cancellationToken">Ends the wait for room in the queue.</param>
    public ValueTask PageAsync(TajribaUser user, string? name, JsonObject? properties = null, DateTimeOffset? timestamp = null, CancellationToken cancellationToken = default) =>
        AddAsync("page", user, ("name", name), ("properties", properties), timestamp, cancellationToken);

    /// <summary>Somebody saw a screen of an app. Parameters and errors as of <see cref="TrackAsync"/>.</summary>
    /// <param name="user">Who.</param>
    /// <param name="name">The screen's name, or null.</param>
    /// <param name="properties">What else is known of it.</param>
    /// <param name="timestamp">When; now where null.</param>
    /// <param name="cancellationToken">Ends the wait for room in the queue.</param>
    public ValueTask ScreenAsync(TajribaUser user, string? name, JsonObject? properties = null, DateTimeOffset? timestamp = null, CancellationToken cancellationToken = default) =>
        AddAsync("screen", user, ("name", name), ("properties", properties), timestamp, cancellationToken);

    /// <summary>Somebody belongs to a group: a company, a household. Parameters and errors as of <see cref="TrackAsync"/>.</summary>
    /// <param name="user">Who.</param>
    /// <param name="groupId">The group's id. At most 200 characters.</param>
    /// <param name="traits">What is known of the group.</param>
    /// <param name="timestamp">Since when; now where null.</param>
    /// <param name="cancellationToken">Ends the wait for room in the queue.</param>
    public ValueTask GroupAsync(TajribaUser user, string groupId, JsonObject? traits = null, DateTimeOffset? timestamp = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(groupId);
        return AddAsync("group", user, ("groupId", groupId), ("traits", traits), timestamp, cancellationToken);
    }

    /// <summary>Two ids are of the same person. Errors as of <see cref="TrackAsync"/>.</summary>
    /// <param name="user">Who it is.</param>
    /// <param name="previousId">The id by which they were known before. At most 200 characters.</param>
    /// <param name="timestamp">When that became known; now where null.</param>
    /// <param name="cancellationToken">Ends the wait for room in the queue.</param>
    public ValueTask AliasAsync(TajribaUser user, string previousId, DateTimeOffset? timestamp = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(previousId);
        return AddAsync("alias", user, ("previousId", previousId), ("properties", null), timestamp, cancellationToken);
    }

    private ValueTask AddAsync(string type, TajribaUser user, (string, string?) word, (string, JsonObject?) more, DateTimeOffset? timestamp, CancellationToken cancellationToken)
    {
        user.Check();
        DateTimeOffset now = clock.GetUtcNow();
        return EnqueueAsync(Message.Write(type, user, now, timestamp ?? now, word, more), cancellationToken);
    }
}
