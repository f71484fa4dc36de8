using Microsoft.AspNetCore.Http;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Promises.Escalations;

/// <summary>Escalations as their form sends them: shares in percent, in any digits; a row without a share is none.</summary>
internal static class EscalationsForm
{
    /// <summary>The plan, and what is wrong with it: <c>share</c>, <c>steps</c> or <c>days</c>.</summary>
    public static EscalationPlan? Parse(IFormCollection form, Read read, out string? fault)
    {
        var steps = new List<EscalationStep>();
        fault = "share";
        for (int row = 0; row < EscalationPlan.MostSteps; row++)
        {
            string typed = form[$"share-{row}"].ToString();
            if (string.IsNullOrWhiteSpace(typed))
            {
                continue;
            }

            if (read.Number(typed) is not { } percent || !Enum.TryParse(form[$"to-{row}"], out EscalationTo to))
            {
                return null;
            }

            steps.Add(new((double)percent / 100, to, form[$"raises-{row}"] == "true"));
        }

        var plan = new EscalationPlan([.. steps.OrderBy(s => s.Share)], read.Number(form["days"].ToString()) is { } days && days == Math.Floor(days) && days is > 0 and < 10_000 ? (int)days : 0);
        fault = plan.Fault();
        return fault is null ? plan : null;
    }
}
