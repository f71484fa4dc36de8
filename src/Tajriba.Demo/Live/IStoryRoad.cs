using Tajriba.Kernel.Log;

namespace Tajriba.Demo.Live;

/// <summary>How events of the story get from a system to the product.</summary>
public interface IStoryRoad
{
    /// <summary>Returns once the product has acknowledged them.</summary>
    /// <exception cref="HttpRequestException">It has not; they are to be sent again.</exception>
    Task SendAsync(DemoSource source, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken);
}
