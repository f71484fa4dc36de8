using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Leadership.Commitments;

/// <summary>Commitments of the person that are due within a week or overdue.</summary>
internal sealed class CommitmentWaiting(ICurrentPerson person, LeadershipReader reader, Show show, IStringLocalizer<LeadershipTexts> texts) : IWaitingSource
{
    private const int Days = 7;

    public Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
    {
        if (!person.Can(LeadershipPermissions.View))
        {
            return Task.FromResult<IReadOnlyList<WaitingItem>>([]);
        }

        HashSet<string> own = [.. reader.Leaders.Where(l => l.Value.Person == person.Id).Select(l => l.Code)];
        return Task.FromResult<IReadOnlyList<WaitingItem>>(
        [
            .. reader.Commitments.Where(c => c.Value.IsOpen && own.Contains(c.Value.Leader) && c.Value.DueOn <= reader.Today.AddDays(Days))
                .Select(c => new WaitingItem(c.Value.IsOverdue(reader.Today) ? "alert-triangle" : "flag", texts["Waiting-Commitment", c.Value.Text, show.Date(c.Value.DueOn)], "/leadership/commitments/" + c.Code)),
        ]);
    }
}
