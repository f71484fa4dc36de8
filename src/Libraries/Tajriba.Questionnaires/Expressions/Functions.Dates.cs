namespace Tajriba.Questionnaires;

internal static partial class Functions
{
    private static DateTime Now(Call call) => call.Scope.Run.Now;

    private static object? Part(Call call, Func<DateTime, int> part)
    {
        if (!Js.Truthy(call[0]))
        {
            return (double)part(Now(call));
        }

        return Js.Date(call[0]) is { } date ? (double)part(date) : double.NaN;
    }

    private static object? Days(object? from, object? to)
        => Js.Date(from) is { } a && Js.Date(to) is { } b ? Math.Abs((b.Date - a.Date).TotalDays) : double.NaN;

    private static object? DateDiff(Call call)
    {
        if (call.Values.Length < 2 || !Js.Truthy(call[0]) || !Js.Truthy(call[1]))
        {
            return Null.Value;
        }

        return Difference(Js.Date(call[0]), Js.Date(call[1]), Js.Truthy(call[2]) ? Js.Text(call[2]) : "days");
    }

    private static object? Difference(DateTime? from, DateTime? to, string unit)
    {
        if (from is not { } a || to is not { } b)
        {
            return double.NaN;
        }

        switch (unit)
        {
            case "days":
                return Days(a, b);
            case "hours":
                return Math.Ceiling(Math.Abs((b - a).TotalHours));
            case "minutes":
                return Math.Ceiling(Math.Abs((b - a).TotalMinutes));
            case "seconds":
                return Math.Ceiling(Math.Abs((b - a).TotalSeconds));
            default:
                var months = ((b.Year - a.Year) * 12) + b.Month - a.Month - (b.Day < a.Day ? 1 : 0);
                return unit == "months" ? months : (double)(months / 12);
        }
    }

    private static object? DateAdd(Call call)
    {
        if (call.Values.Length < 2 || !Js.Truthy(call[0]) || !Js.Truthy(call[1]) || Js.Date(call[0]) is not { } start)
        {
            return Null.Value;
        }

        var amount = Math.Truncate(Js.Coerce(call[1]));
        return Shift(start, date => (Js.Truthy(call[2]) ? Js.Text(call[2]) : "days") switch
        {
            "days" => date.AddDays(amount),
            "months" => Months(date, amount),
            "years" => Months(date, amount * 12),
            "hours" => date.AddHours(amount),
            "minutes" => date.AddMinutes(amount),
            "seconds" => date.AddSeconds(amount),
            _ => date,
        });
    }

    /// <summary>As JavaScript does, a day that the month has not runs over into the next.</summary>
    private static DateTime Months(DateTime date, double months)
        => new DateTime(date.Year, date.Month, 1).AddMonths((int)Math.Clamp(months, -120_000, 120_000)).AddDays(date.Day - 1).Add(date.TimeOfDay);

    /// <summary>A date out of the calendar is no date.</summary>
    private static object? Shift(DateTime date, Func<DateTime, DateTime> by)
    {
        try
        {
            return by(date);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
