namespace Tajriba.Client;

/// <summary>Why messages will not be delivered.</summary>
public enum DropReason
{
    /// <summary>The server refuses the request for good (4xx): a wrong key, a wrong address.</summary>
    Rejected,

    /// <summary>The server took the batch and put this message aside with a reason; it is listed on the source's page there.</summary>
    Refused,

    /// <summary>The server finds a single message too large (413).</summary>
    TooLarge,

    /// <summary>The queue was full, and <see cref="WhenFull.DropOldest"/> chosen.</summary>
    Full,

    /// <summary>The client was closed before they could be delivered, and there is no durable queue.</summary>
    Closed,

    /// <summary>They cannot be read from the disk any more; the bytes are kept beside the queue.</summary>
    Damaged,
}
