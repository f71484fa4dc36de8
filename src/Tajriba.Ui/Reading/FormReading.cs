using Microsoft.AspNetCore.Http;

namespace Tajriba.Ui;

/// <summary>Forms of requests whose endpoints read them themselves.</summary>
public static class FormReading
{
    /// <summary>The form, or null where the body is none or cannot be read as one (a NUL, too many fields).</summary>
    public static async Task<IFormCollection?> TryReadFormAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
