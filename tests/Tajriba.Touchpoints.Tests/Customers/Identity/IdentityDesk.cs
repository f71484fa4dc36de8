using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Capture.Sources;
using Tajriba.Touchpoints.Customers;
using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Touchpoints.Tests.Customers.Identity;

/// <summary>A database with the customers' room and what sources tell of identifiers.</summary>
internal sealed class IdentityDesk : IAsyncDisposable
{
    private readonly TestDatabase database;
    private long handled;
    private int told;

    private IdentityDesk(TestDatabase database, IdentitySettings settings)
    {
        this.database = database;
        Learner = new IdentityLearner(database.Get<IDatabase>(), settings, database.Get<SourceStore>()) { PortionSize = 7 };
    }

    public TestDatabase Database => database;

    public IExperienceLog Log => database.Get<IExperienceLog>();

    public IdentityLearner Learner { get; }

    public Identities Identities => database.Get<Identities>();

    public static async Task<IdentityDesk> OpenAsync(DatabaseProvider provider, IdentitySettings? settings = null) =>
        new(await TestDatabase.CreateAsync(provider, [new AccessRoom(), new CaptureRoom(), new CustomersRoom()]), settings ?? new IdentitySettings());

    /// <summary>An event as capture makes it: who, which device, and the message around traits.</summary>
    public static NewEvent Event(
        int minute, string? customer = null, string? visitor = null, string? previous = null, object? traits = null, object? properties = null, string? id = null, string source = "source:1", string name = "Told")
    {
        var objects = new List<ObjectRef>();
        Add(objects, "customer", customer, "");
        Add(objects, "customer", previous, "previous");
        Add(objects, "visitor", visitor, "");
        Add(objects, "visitor", previous == visitor ? null : previous, "previous");
        return new NewEvent
        {
            Source = source,
            Id = id ?? string.Create(CultureInfo.InvariantCulture, $"{minute}/{customer}/{visitor}/{previous}/{JsonSerializer.Serialize(traits)}"),
            Name = name,
            Time = DateTimeOffset.UnixEpoch.AddMinutes(minute),
            Objects = objects,
            Attributes = traits is null && properties is null ? null : JsonSerializer.Serialize(new { traits, properties }),
        };
    }

    public async Task TellAsync(params NewEvent[] events)
    {
        await Log.AppendAsync([.. events.Select(e => e with { Id = $"{told++}" })]);
        await HearAsync();
    }

    public async Task HearAsync()
    {
        while (handled < Log.Head)
        {
            handled = await Learner.HandleAsync(Log, handled, default);
        }
    }

    public async Task<long> NumberAsync(string type, string id) => (await Log.FindObjectAsync(type, id))!.Value;

    public Task<long> CustomerAsync(string id) => NumberAsync("customer", id);

    /// <summary>Whether customers are one person.</summary>
    public async Task<bool> AreOneAsync(params string[] customers)
    {
        var persons = new HashSet<long>();
        foreach (string customer in customers)
        {
            persons.Add(await Identities.PersonOfAsync(await CustomerAsync(customer)));
        }

        return persons.Count == 1;
    }

    /// <summary>All that is known of a customer's person.</summary>
    public async Task<PersonIdentity> OfAsync(string customer) => (await Identities.OfAsync(await CustomerAsync(customer)))!;

    /// <summary>Takes a decision of two identifiers as a person would.</summary>
    public async Task DecideAsync(HandDecision decision, long a, long b, int minute)
    {
        IdentityNode one = await NodeAsync(a);
        IdentityNode other = await NodeAsync(b);
        await TellAsync(HandEvents.Make(decision, one, other, 1, DateTimeOffset.UnixEpoch.AddMinutes(minute)));
    }

    private async Task<IdentityNode> NodeAsync(long number)
    {
        if (await Identities.FindAsync(number) is { } known)
        {
            return known.Node;
        }

        KnownObject item = (await Log.GetObjectsAsync([number]))[0];
        return new IdentityNode(number, item.Type == "customer" ? IdentifierKind.Customer : IdentifierKind.Visitor, item.Id);
    }

    private static void Add(List<ObjectRef> objects, string type, string? id, string qualifier)
    {
        if (id is not null)
        {
            objects.Add(new ObjectRef(type, id, qualifier));
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
