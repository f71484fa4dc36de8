namespace Tajriba.TextAnalysis;

/// <summary>Telephone numbers, payment cards and bank accounts at the beginning of a text of folded letters.</summary>
internal static class NumberCodes
{
    private const int MostDigits = 19;
    private const int ShortestPhone = 10;
    private const int LongestPhone = 15;

    /// <summary>Groups of digits with single separators; the longest that is a telephone number or a card.</summary>
    public static int Read(ReadOnlySpan<char> text, out TokenKind kind)
    {
        Span<char> digits = stackalloc char[MostDigits];
        bool plus = text[0] == '+';
        int at = plus ? 1 : 0;
        int count = 0;
        int best = 0;
        kind = TokenKind.Phone;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            int group = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                if (count == MostDigits)
                {
                    return best;
                }

                digits[count++] = text[at++];
            }

            if ((plus || digits[0] == '0') && count is >= ShortestPhone and <= LongestPhone)
            {
                (best, kind) = (at, TokenKind.Phone);
            }
            else if (!plus && digits[0] != '0' && count >= 13 && (at == count || at - group == 4) && Luhn(digits[..count]))
            {
                (best, kind) = (at, TokenKind.Card);
            }

            if (at < text.Length && (text[at] is ' ' or '-' || (text[at] == '.' && at - group > 1)))
            {
                at++;
            }
        }

        return best;
    }

    /// <summary>Two letters, two check digits and the account in groups or not; right by modulo 97 and by its country's length.</summary>
    public static int Iban(ReadOnlySpan<char> text)
    {
        if (text.Length < 15 || !char.IsAsciiLetter(text[1]) || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3]))
        {
            return 0;
        }

        int wanted = LengthFor(text[..2]);
        if (wanted > 34)
        {
            return 0;
        }

        Span<char> account = stackalloc char[34];
        int at = 0;
        int count = 0;
        while (at < text.Length && count < wanted)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                account[count++] = text[at++];
            }
            else if (text[at] == ' ' && count >= 4)
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return count == wanted && Remainder(account[..count]) == 1 ? at : 0;
    }

    private static int LengthFor(ReadOnlySpan<char> country) => country switch
    {
        "ir" or "tr" => 26,
        "fr" or "it" => 27,
        "sa" or "es" or "se" or "tn" => 24,
        "ae" or "iq" or "om" or "il" => 23,
        "gb" or "de" or "bh" => 22,
        "kw" or "jo" => 30,
        "qa" or "eg" or "ps" => 29,
        "lb" => 28,
        "nl" => 18,
        "be" => 16,
        "at" => 20,
        "ch" => 21,
        _ => int.MaxValue,
    };

    private static int Remainder(ReadOnlySpan<char> account)
    {
        int rest = 0;
        for (int i = 0; i < account.Length; i++)
        {
            char c = account[(i + 4) % account.Length];
            int value = char.IsAsciiDigit(c) ? c - '0' : c - 'a' + 10;
            rest = ((rest * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return rest;
    }

    private static bool Luhn(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
