using System.Data.Common;

namespace Tajriba.Kernel.Log;

/// <summary>The codes of names within one append: from memory where they are committed, made in its transaction where they are new.</summary>
internal readonly struct NameCodes(LogNames names, DbTransaction transaction, LogTransaction state)
{
    /// <summary>The code, or 0 for no name and for one that is not made yet.</summary>
    public int Find(NameKind kind, string? name)
        => string.IsNullOrEmpty(name) ? 0
            : names.Find(kind, name) is > 0 and var code ? code
            : state.NewNames.GetValueOrDefault((kind, name));

    public Task<int> MakeAsync(NameKind kind, string name, CancellationToken cancellationToken)
        => names.InternAsync(transaction, state, kind, name, cancellationToken);

    /// <summary>Makes the names of an event that have no code yet.</summary>
    public ValueTask MakeAsync(LiveEvent item, CancellationToken cancellationToken)
    {
        var made = Has(NameKind.Event, item.Name) && Has(NameKind.Channel, item.Channel) && Has(NameKind.Unit, item.Unit);
        for (var i = 0; made && i < item.Objects.Count; i++)
        {
            made = Has(NameKind.ObjectType, item.Objects[i].Type) && Has(NameKind.Qualifier, item.Objects[i].Qualifier);
        }

        return made ? ValueTask.CompletedTask : MakeAllAsync(item, cancellationToken);
    }

    private bool Has(NameKind kind, string? name) => string.IsNullOrEmpty(name) || Find(kind, name) > 0;

    private async ValueTask MakeAllAsync(LiveEvent item, CancellationToken cancellationToken)
    {
        var wanted = new List<(NameKind, string?)> { (NameKind.Event, item.Name), (NameKind.Channel, item.Channel), (NameKind.Unit, item.Unit) };
        foreach (var reference in item.Objects)
        {
            wanted.Add((NameKind.ObjectType, reference.Type));
            wanted.Add((NameKind.Qualifier, reference.Qualifier));
        }

        foreach (var (kind, name) in wanted)
        {
            if (!string.IsNullOrEmpty(name))
            {
                await MakeAsync(kind, name, cancellationToken);
            }
        }
    }
}
