namespace Tajriba.Questionnaires;

public sealed partial class QuestionnaireRun
{
    private readonly HashSet<CalculatedValue> calculated = [];

    /// <summary>Runs every condition and formula until nothing changes, ten rounds at most.</summary>
    internal void RunConditions()
    {
        if (Completed || loading)
        {
            return;
        }

        if (running)
        {
            again = true;
            return;
        }

        for (var round = 0; round <= MostRounds; round++)
        {
            running = true;
            again = false;
            calculated.Clear();
            foreach (var value in Questionnaire.CalculatedValues)
            {
                Calculate(value);
            }

            foreach (var page in AllPages)
            {
                page.RunConditions();
            }

            running = false;
            if (!again)
            {
                break;
            }
        }

        if (!following)
        {
            pending = null;
        }

        Settle();
    }

    private void Calculate(CalculatedValue value)
    {
        if (!calculated.Add(value) || value.Formula is not { } formula)
        {
            return;
        }

        foreach (var other in Questionnaire.CalculatedValues)
        {
            if (other != value && formula.Variables.Any(path => path.Text == other.Name))
            {
                Calculate(other);
            }
        }

        var result = formula.Evaluate(scope);
        if (!Js.Same(result, Variable(value.Name), exact: true))
        {
            SetVariable(value.Name, result);
        }
    }
}
