namespace Tajriba.Experience.Surveys;

/// <summary>A site that may show a survey in a frame, as browsers name it: scheme, host and port.</summary>
public static class Origin
{
    public const int Most = 20;

    public static bool IsOne(string? text)
        => text is { Length: <= 200 }
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http"
            && address.GetLeftPart(UriPartial.Authority) == text
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '/' or '.' or '-');
}
