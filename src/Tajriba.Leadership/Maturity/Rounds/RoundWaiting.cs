using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Rounds;

/// <summary>Rounds that ask for the person and still wait.</summary>
internal sealed class RoundWaiting(ICurrentPerson person, MaturityBook book, JudgementStore judgements, Show show, IStringLocalizer<RoundTexts> texts) : IWaitingSource
{
    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
    {
        if (!person.Can(MaturityPermissions.View))
        {
            return [];
        }

        Kept<Round>[] asked = [.. book.All<Round>(MaturityBook.Round).Where(r => r.Value.IsOpen(show.Today) && r.Value.Experts.Contains(person.Id))];
        if (asked.Length == 0)
        {
            return [];
        }

        IReadOnlyList<string> done = await judgements.DoneByAsync(person.Id, cancellationToken);
        return [.. asked.Where(r => !done.Contains(r.Code)).Select(r => new WaitingItem("arrows-cross", texts["Waiting", r.Value.Name, show.Date(r.Value.ClosesOn)], $"/maturity/rounds/{r.Code}/judge"))];
    }
}
