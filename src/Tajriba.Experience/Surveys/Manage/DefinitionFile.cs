using System.Text;
using Microsoft.AspNetCore.Http;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Manage;

/// <summary>A definition that somebody uploads.</summary>
internal static class DefinitionFile
{
    /// <summary>What is said of a file that is no text or too large.</summary>
    public static SurveyError Unread { get; } = new SurveyError.BadDefinition([new("$", DefinitionFaultCode.NotJson, [])]);

    /// <summary>The file's text; null where it is missing, too large, or not UTF-8.</summary>
    public static async Task<string?> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 and <= DefinitionLimits.Characters * 3L })
        {
            return null;
        }

        using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
