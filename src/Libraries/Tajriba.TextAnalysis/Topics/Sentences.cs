namespace Tajriba.TextAnalysis;

/// <summary>Cuts a text as written into sentences, at full stops, question and exclamation marks, semicolons and new lines.</summary>
internal static class Sentences
{
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(".!?؟۔؛;\n\r");

    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int length = text.AsSpan(start).IndexOfAny(Ends);
            int end = length < 0 ? text.Length : start + length + 1;
            if (text.AsSpan(start, end - start).ContainsAnyExcept(" .!?؟۔؛;\n\r\t"))
            {
                yield return (start, end);
            }

            start = end;
        }
    }
}
