using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Rules.Handlers;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Feedback.Rules;

/// <summary>Cases that are opened by themselves, and who gets them.</summary>
internal static class RulesServices
{
    public static IServiceCollection AddRules(this IServiceCollection services)
    {
        services.AddSingleton<RuleBook>();
        services.AddSingleton<CaseRouting>();
        services.AddSingleton<RuleOutcome>();
        services.AddLogSubscriber<CaseOpener>();
        return services;
    }
}
