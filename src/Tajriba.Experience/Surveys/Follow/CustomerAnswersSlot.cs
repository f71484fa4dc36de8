using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Customers;

namespace Tajriba.Experience.Surveys.Follow;

/// <summary>Puts a customer's answers on the customer's page.</summary>
internal sealed class CustomerAnswersSlot : ICustomerPageSlot
{
    public int Order => 20;

    public Permission Permission => SurveyPermissions.Responses;

    public Type Component => typeof(CustomerAnswers);
}
