using Microsoft.Extensions.Localization;
using Tajriba.Experience.Surveys;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>How many surveys are open.</summary>
internal sealed class SurveyEvidence(SurveyStore surveys, ICurrentPerson person, IStringLocalizer<MaturityTexts> texts, Show show) : IEvidenceSource
{
    public IReadOnlyCollection<string> Practices => ["know-customers.3"];

    public async Task<IReadOnlyList<LiveEvidence>> LookAsync(CancellationToken cancellationToken)
    {
        if (!person.Can(SurveyPermissions.View))
        {
            return [];
        }

        int open = (await surveys.ListAsync(cancellationToken)).Count(s => s.State == SurveyState.Open);
        return [new("know-customers.3", EvidenceLevels.OfSurveys(open), texts["KnowsSurveys", show.Count(open)], "/surveys")];
    }
}
