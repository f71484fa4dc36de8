using System.Globalization;

namespace Tajriba.Questionnaires;

/// <summary>The functions of expressions, as <c>FunctionFactory</c> of survey-core 3.1 has them.</summary>
internal static partial class Functions
{
    private static readonly Dictionary<string, Function> All = new(StringComparer.Ordinal)
    {
        ["sum"] = call => Sum(Flat(call.Values)),
        ["avg"] = call => Flat(call.Values) is { Count: > 0 } all ? Js.Coerce(Sum(all)) / all.Count : 0d,
        ["count"] = call => (double)Flat(call.Values).Count,
        ["min"] = call => Flat(call.Values) is { Count: > 0 } all ? all.Aggregate((best, item) => Js.Before(item, best) ? item : best) : null,
        ["max"] = call => Flat(call.Values) is { Count: > 0 } all ? all.Aggregate((best, item) => Js.Before(best, item) ? item : best) : null,
        ["round"] = Round,
        ["trunc"] = Trunc,
        ["iif"] = call => call.Values.Length < 2 ? Null.Value : Js.Truthy(call[0]) ? call[1] : call[2],
        ["substring"] = Substring,
        ["sumInArray"] = call => InArray.Read(call) is { } array ? array.Numbers().Aggregate(0d, (total, pair) => Operators.Sum(total, pair.Value)) : 0d,
        ["countInArray"] = call => InArray.Read(call) is { } array ? (double)array.Items().Count() : 0d,
        ["avgInArray"] = Average,
        ["minInArray"] = call => InArray.Read(call)?.Best((value, best) => value < best),
        ["maxInArray"] = call => InArray.Read(call)?.Best((value, best) => value > best),
        ["getDate"] = call => Js.Truthy(call[0]) ? Js.Date(call[0]) : Null.Value,
        ["today"] = call => call.Values.Length == 1 ? Shift(Now(call).Date, date => date.AddDays(Js.Coerce(call[0]))) : Now(call).Date,
        ["currentDate"] = call => Now(call),
        ["currentYear"] = call => (double)Now(call).Year,
        ["getYear"] = call => call.Values.Length == 1 && Js.Truthy(call[0]) ? Part(call, date => date.Year) : null,
        ["year"] = call => Part(call, date => date.Year),
        ["month"] = call => Part(call, date => date.Month),
        ["day"] = call => Part(call, date => date.Day),
        ["weekday"] = call => Part(call, date => (int)date.DayOfWeek),
        ["diffDays"] = call => call.Values.Length == 2 && Js.Truthy(call[0]) && Js.Truthy(call[1]) ? Days(call[0], call[1]) : 0d,
        ["dateDiff"] = DateDiff,
        ["dateAdd"] = DateAdd,
        ["age"] = call => Js.Truthy(call[0]) ? Difference(Js.Date(call[0]), Now(call), Js.Truthy(call[1]) ? Js.Text(call[1]) : "years") : Null.Value,
        ["isDisplayMode"] = call => call.Scope.Run.Questionnaire.ReadOnly,
        ["isContainerReady"] = call => call.Scope.Run.IsReady(Js.Text(call[0])),
        ["displayValue"] = call => call.Scope.Run.Named(call.Scope.Owner, Js.Text(call[0]))?.Display(Js.Empty(call[1]) ? null : call[1]),
        ["getComment"] = call => call.Scope.Run.Named(null, Js.Text(call[0]))?.Comment ?? "",
        ["propertyValue"] = Property,
    };

    public static Function? Find(string name) => All.GetValueOrDefault(name);

    private static object? Sum(List<object?> values) => values.Aggregate((object?)0d, Operators.Add);

    private static List<object?> Flat(IEnumerable<object?> values)
    {
        var flat = new List<object?>();
        Add(values);
        return flat;

        void Add(IEnumerable<object?> items)
        {
            foreach (var item in items)
            {
                if (item is List<object?> inner)
                {
                    Add(inner);
                }
                else if (item is not (null or Null))
                {
                    flat.Add(Js.Number(item) is var number && double.IsNaN(number) ? item : number);
                }
            }
        }
    }

    private static object? Round(Call call)
    {
        var values = Flat(call.Values);
        if (values.Count == 0 || !Js.IsNumber(values[0]) || (values.Count > 1 && !Js.IsNumber(values[1])))
        {
            return double.NaN;
        }

        var scale = Math.Pow(10, values.Count > 1 ? Js.Coerce(values[1]) : 0);
        return Math.Floor((Js.Coerce(values[0]) * scale * (1 + Math.BitIncrement(1d) - 1d)) + 0.5) / scale;
    }

    private static object? Trunc(Call call)
    {
        var values = Flat(call.Values);
        if (values.Count == 0 || !Js.IsNumber(values[0]))
        {
            return double.NaN;
        }

        var text = Js.NumberText(Js.Coerce(values[0]));
        var digits = values.Count > 1 ? (int)Math.Clamp(Js.Coerce(values[1]), 0, 100) : 0;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var end = text.IndexOf('e', StringComparison.Ordinal) is > 0 and var exponent && dot < 0 ? exponent : text.Length;
        if (dot >= 0)
        {
            end = digits == 0 ? dot : Math.Min(text.IndexOf('e', StringComparison.Ordinal) is > 0 and var e ? e : text.Length, dot + 1 + digits);
        }

        return Js.Coerce(text[..end]);
    }

    private static object? Substring(Call call)
    {
        if (call.Values.Length < 2 || call[0] is not string text || !Js.IsNumber(call[1]))
        {
            return "";
        }

        var start = (int)Math.Clamp(Js.Coerce(call[1]), 0, text.Length);
        var end = Js.IsNumber(call[2]) ? (int)Math.Clamp(Js.Coerce(call[2]), 0, text.Length) : text.Length;
        return text[Math.Min(start, end)..Math.Max(start, end)];
    }

    private static object? Average(Call call)
    {
        if (InArray.Read(call) is not { } array || array.Items().Count() is var count && count == 0)
        {
            return 0d;
        }

        return array.Numbers().Aggregate(0d, (total, pair) => Operators.Sum(total, pair.Value)) / count;
    }

    private static object? Property(Call call)
    {
        var view = call.Scope.Run.Named(call.Scope.Owner, Js.Text(call[0]));
        return Js.Text(call[1]) switch
        {
            _ when view is null => null,
            "isVisible" or "visible" => view.Visible,
            "isRequired" => view.Required,
            "isReadOnly" or "readOnly" => !view.Enabled,
            "title" or "processedTitle" => view.Title,
            "name" => view.Element.Name,
            "value" => view.Current,
            "displayValue" => view.Display(null),
            "comment" => view.Comment,
            _ => null,
        };
    }

    /// <summary>The rows that a function on an array looks at: <c>sumInArray({orders}, 'total', {paid} = true)</c>.</summary>
    private sealed class InArray(IReadOnlyList<object?> rows, string name, string result, Node? condition, Scope scope)
    {
        public static InArray? Read(Call call)
        {
            if (call.Values.Length is < 2 or > 4 || call[1] is not string name)
            {
                return null;
            }

            IReadOnlyList<object?>? rows = call[0] switch
            {
                List<object?> list => list,
                Record record => [.. record.Values],
                _ => null,
            };
            if (rows is null || !call.Scope.Run.Spend(50 * rows.Count))
            {
                return null;
            }

            var result = name;
            var at = 2;
            if (call.Nodes.Count > 2 && call.Nodes[2]?.Constant is string column && column.IndexOfAny(['{', '}', '>', '<', '=', '!']) < 0)
            {
                result = column;
                at = 3;
            }

            var condition = call.Nodes.Count > at ? call.Nodes[at] : null;
            if (condition?.Constant is string text)
            {
                condition = Parsed(text);
            }

            return new InArray(rows, name, result, condition, call.Scope);
        }

        public IEnumerable<Record> Items()
            => rows.OfType<Record>().Where(row => !Js.Empty(row.Value(name))
                && (condition is null || Js.Same(condition.Evaluate(new RowScope(row, scope)), true)));

        public IEnumerable<(Record Row, double Value)> Numbers()
            => Items().Select(row => (row, Value: row.Value(name) is string text ? Js.Number(text) : Js.Coerce(row.Value(name))))
                .Where(pair => !double.IsNaN(pair.Value));

        public object? Best(Func<double, double, bool> better)
        {
            (Record Row, double Value)? best = null;
            foreach (var pair in Numbers())
            {
                if (best is null || better(pair.Value, best.Value.Value))
                {
                    best = pair;
                }
            }

            return best is null ? null : result == name ? best.Value.Value : best.Value.Row.Value(result);
        }

        private static Node? Parsed(string text)
            => text.Length <= DefinitionLimits.ExpressionLength && ExpressionParser.Read(text) is (_, { } root, null) ? root : null;
    }

    private sealed class RowScope(Record row, Scope around) : Scope
    {
        public override QuestionnaireRun Run => around.Run;

        public override ElementView? Owner => around.Owner;

        public override Found? Find(NamePath path) => path.Dig(row, 0) ?? around.Run.Find(path);
    }
}
