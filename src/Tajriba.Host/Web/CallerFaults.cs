namespace Tajriba.Host.Web;

/// <summary>Tells what a bad request deserves from faults of ours.</summary>
internal static class CallerFaults
{
    private const string Unread = "Cannot parse the value";

    /// <summary>The status of the answer to a request that ended in an exception.</summary>
    public static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,

        // Of a page's address: a number that is none.
        InvalidOperationException unread when unread.Message.StartsWith(Unread, StringComparison.Ordinal) => StatusCodes.Status400BadRequest,
        IOException { InnerException: OverflowException } => StatusCodes.Status400BadRequest, // Of a body: a piece of more bytes than a number holds.
        _ => StatusCodes.Status500InternalServerError,
    };
}
