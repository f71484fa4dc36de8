namespace Tajriba.Questionnaires;

/// <summary>Order of choices by text: numbers within texts by size, as <c>Helpers.compareStrings</c>.</summary>
internal sealed class TextOrder : IComparer<string>
{
    public static readonly TextOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        x = x?.Trim() ?? "";
        y = y?.Trim() ?? "";
        for (var i = 0; i < x.Length && i < y.Length; i++)
        {
            if (char.IsAsciiDigit(x[i]) && char.IsAsciiDigit(y[i]))
            {
                var (a, b) = (Js.Number(Digits(x, i)), Js.Number(Digits(y, i)));
                if (!double.IsNaN(a) && !double.IsNaN(b) && a != b)
                {
                    return a.CompareTo(b);
                }

                break;
            }

            if (x[i] != y[i])
            {
                break;
            }
        }

        return string.CompareOrdinal(x, y);
    }

    private static string Digits(string text, int from)
        => new([.. text.Skip(from).TakeWhile(char.IsAsciiDigit)]);
}
