using System.Globalization;
using System.Text.RegularExpressions;

namespace Tajriba.Questionnaires;

/// <summary>The validators of a question, in order.</summary>
internal static partial class ValidatorChecks
{
    public static void Run(ElementView view, Question question, List<AnswerFault> faults)
    {
        foreach (var validator in question.Validators)
        {
            if (validator.IsError && Check(view, validator) is var (code, arguments))
            {
                var text = view.Run.Text(validator.Text, view.Scope);
                faults.Add(new AnswerFault(view.Key, code, arguments, text.Length > 0 ? text : null));
            }
        }
    }

    public static bool IsEmail(string text) => text.Length <= 1_000 && Email.IsMatch(text);

    private static (AnswerFaultCode Code, string[] Arguments)? Check(ElementView view, AnswerValidator validator)
    {
        var value = view.Current;
        if (view.OtherChosen && value is string && view.Comment.Length > 0 && view.Element is ChoiceQuestion { IsMultiple: false })
        {
            value = view.Comment;
        }

        switch (validator.Kind)
        {
            case ValidatorKind.Expression:
                return validator.Condition is { } condition && !condition.Holds(view.Scope) ? (AnswerFaultCode.ConditionFailed, []) : null;
            case ValidatorKind.AnswerCount:
                return value is List<object?> { Count: > 0 } list ? Count(validator, list.Count) : null;
        }

        if (Js.Empty(value) || (value is string blank && string.IsNullOrWhiteSpace(blank)))
        {
            return null;
        }

        return validator.Kind switch
        {
            ValidatorKind.Numeric => Numeric(validator, value),
            ValidatorKind.Text => Length(validator, value),
            ValidatorKind.Email => IsEmail(Js.Text(value)) ? null : (AnswerFaultCode.NotEmail, []),
            _ => Matches(validator, value) ? null : (AnswerFaultCode.BadPattern, []),
        };
    }

    private static (AnswerFaultCode Code, string[] Arguments)? Count(AnswerValidator validator, int count)
        => validator.Min is > 0 and var least && count < least ? (AnswerFaultCode.TooFewChosen, [Plain(least)])
            : validator.Max is > 0 and var most && count > most ? (AnswerFaultCode.TooManyChosen, [Plain(most)])
            : null;

    private static (AnswerFaultCode Code, string[] Arguments)? Numeric(AnswerValidator validator, object? value)
    {
        var number = Js.Number(value);
        if (double.IsNaN(number))
        {
            return (AnswerFaultCode.NotNumber, []);
        }

        if (number >= (validator.Min ?? double.NegativeInfinity) && number <= (validator.Max ?? double.PositiveInfinity))
        {
            return null;
        }

        return (validator.Min, validator.Max) switch
        {
            ({ } least, { } most) => (AnswerFaultCode.OutOfRange, [Plain(least), Plain(most)]),
            ({ } least, null) => (AnswerFaultCode.TooSmall, [Plain(least)]),
            _ => (AnswerFaultCode.TooLarge, [Plain(validator.Max!.Value)]),
        };
    }

    private static (AnswerFaultCode Code, string[] Arguments)? Length(AnswerValidator validator, object? value)
    {
        if (!validator.AllowDigits && Js.Text(value) is { Length: > 0 } text && char.IsAsciiDigit(text[^1]))
        {
            return (AnswerFaultCode.HasDigits, []);
        }

        var length = value switch
        {
            string words => words.Length,
            List<object?> list => list.Count,
            _ => (int?)null,
        };
        if (!(validator.Min is > 0 && length < validator.Min) && !(validator.Max is > 0 && length > validator.Max))
        {
            return null;
        }

        return (validator.Min, validator.Max) switch
        {
            (> 0 and var least, > 0 and var most) => (AnswerFaultCode.BadLength, [Plain(least), Plain(most)]),
            (> 0 and var least, _) => (AnswerFaultCode.TooShort, [Plain(least)]),
            _ => (AnswerFaultCode.TooLong, [Plain(validator.Max!.Value)]),
        };
    }

    private static bool Matches(AnswerValidator validator, object? value)
    {
        if (validator.Pattern is not { } pattern)
        {
            return true;
        }

        try
        {
            return Fits(pattern, value);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool Fits(Regex pattern, object? value)
        => pattern.IsMatch(Js.Text(value)) && (value is not List<object?> list || list.TrueForAll(item => pattern.IsMatch(Js.Text(item))));

    private static string Plain(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static readonly Regex Email = new(
        """^(([^<>()\[\]\.,;:\s@"]+(\.[^<>()\[\]\.,;:\s@"]+)*)|(".+"))@(([^<>()=\[\]\.,;:\s@"]+\.)+[^<>()=\[\]\.,;:\s@"]{2,})$""",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1));
}
