using System.Globalization;
using Tajriba.Kernel.Log;
using Tajriba.ProcessMining;
using Tajriba.Touchpoints.Capture.Intake;

namespace Tajriba.Experience.Journeys.Objects;

/// <summary>Reads what the experience log holds after an object log's position and gives the log that has it too.</summary>
public sealed class ObjectLogReader
{
    private readonly ILogNames names;
    private readonly ObjectLog before;
    private readonly EventLogBuilder builder;
    private readonly HashSet<string> dropped;
    private readonly Dictionary<int, int> activities = [];
    private readonly CodeColumn channel;
    private readonly CodeColumn unit;
    private readonly int employee;
    private readonly int customer;
    private readonly int objectType;
    private readonly int employeeType;
    private readonly int customerType;
    private readonly AttributeColumns attributes;
    private readonly ClientMessages messages;

    private ObjectLogReader(ILogNames names, ObjectLog before)
    {
        this.names = names;
        this.before = before;
        builder = EventLogBuilder.Like(before.Events);
        dropped = new HashSet<string>(before.Dropped, StringComparer.Ordinal);
        channel = new CodeColumn(builder, ObjectLogColumns.Channel, names.Channel);
        unit = new CodeColumn(builder, ObjectLogColumns.Unit, names.Unit);
        employee = builder.Column(ObjectLogColumns.Employee);
        customer = builder.Column(ObjectLogColumns.Customer, AttributeLevel.Case);
        objectType = names.FindObjectType(before.ObjectType);
        employeeType = names.FindObjectType(ObjectLogColumns.EmployeeType);
        customerType = names.FindObjectType(ObjectLogColumns.CustomerType);
        attributes = new AttributeColumns(builder, before.Events, dropped);
        messages = new ClientMessages(names);
    }

    /// <summary>The object log with everything that happened since; itself where nothing did.</summary>
    public static ObjectLog CatchUp(IExperienceLog log, ObjectLog before, CancellationToken cancellationToken) => CatchUp(log, [before], cancellationToken)[0];

    /// <summary>The same for several logs, the experience log being read once.</summary>
    public static IReadOnlyList<ObjectLog> CatchUp(IExperienceLog log, IReadOnlyList<ObjectLog> before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(before);
        if (before.Count == 0 || before.All(b => log.Head <= b.Position))
        {
            return before;
        }

        ObjectLogReader[] readers = [.. before.Select(b => new ObjectLogReader(log.Names, b))];
        var position = log.Scan(
            before.Min(b => b.Position),
            (in CodedEvent item) =>
            {
                foreach (var reader in readers)
                {
                    reader.Visit(item);
                }
            },
            cancellationToken: cancellationToken);
        return Array.ConvertAll(readers, reader => reader.Finish(position));
    }

    private ObjectLog Finish(long position)
    {
        var fresh = builder.Build();
        var first = before.Base.EventCount == 0;
        if (fresh.EventCount == 0 && !first)
        {
            // Nothing happened to objects of this type: putting the parts together anew would be dear and change nothing.
            return before with { Position = Math.Max(position, before.Position) };
        }

        var basis = first ? fresh : before.Base;
        var tail = first ? null : before.Tail is { } older ? older.Append(fresh) : fresh;
        var events = tail is null || tail.EventCount == 0 ? basis : basis.Append(tail);
        foreach (var column in events.Columns)
        {
            if (column.Level == AttributeLevel.Event && column.Values.Count > ObjectLog.MostValues)
            {
                dropped.Add(column.Name);
            }
        }

        return new ObjectLog(before.ObjectType, events.Without(dropped), Math.Max(position, before.Position), dropped)
        {
            Base = basis,
            Tail = tail,
            Source = before.Source,
        };
    }

    private void Visit(in CodedEvent item)
    {
        if (item.Position <= before.Position || !item.ObjectTypes.Contains(objectType))
        {
            return;
        }

        var activity = Activity(item.Name);
        long employeeNumber = 0, customerNumber = 0;
        for (var i = item.ObjectTypes.Length - 1; i >= 0; i--)
        {
            employeeNumber = item.ObjectTypes[i] == employeeType ? item.Objects[i] : employeeNumber;
            customerNumber = item.ObjectTypes[i] == customerType ? item.Objects[i] : customerNumber;
        }

        attributes.Read(item.Attributes, messages.Holds(item));
        Span<byte> text = stackalloc byte[20];
        for (var i = 0; i < item.Objects.Length; i++)
        {
            if (item.ObjectTypes[i] != objectType || item.Objects[..i].Contains(item.Objects[i]))
            {
                continue;
            }

            var caseCode = builder.Case(Text(item.Objects[i], text));
            builder.AddCoded(caseCode, activity, item.Time, [], item.Position);
            channel.Set(item.Channel);
            unit.Set(item.Unit);
            if (employeeNumber > 0)
            {
                builder.SetEvent(employee, builder.Value(employee, Text(employeeNumber, text)));
            }

            if (customerNumber > 0 && objectType != customerType)
            {
                builder.SetCase(caseCode, customer, builder.Value(customer, Text(customerNumber, text)));
            }

            attributes.Set();
        }
    }

    private int Activity(int name)
    {
        if (!activities.TryGetValue(name, out var code))
        {
            code = builder.Activity(names.EventName(name));
            activities.Add(name, code);
        }

        return code;
    }

    private static ReadOnlySpan<byte> Text(long number, Span<byte> buffer)
    {
        number.TryFormat(buffer, out var length, default, CultureInfo.InvariantCulture);
        return buffer[..length];
    }
}
