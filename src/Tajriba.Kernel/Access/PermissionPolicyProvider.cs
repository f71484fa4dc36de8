using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Tajriba.Kernel.Access;

/// <summary>Makes a policy of every <c>permission:*</c> name that the rooms declare; an undeclared one fails loudly.</summary>
internal sealed class PermissionPolicyProvider(IOptions<AuthorizationOptions> options, PermissionCatalog catalog)
    : DefaultAuthorizationPolicyProvider(options)
{
    private readonly ConcurrentDictionary<string, AuthorizationPolicy> policies = new(StringComparer.Ordinal);

    public override bool AllowsCachingPolicies => true;

    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        if (!policyName.StartsWith(RequirePermissionAttribute.PolicyPrefix, StringComparison.Ordinal))
        {
            return base.GetPolicyAsync(policyName);
        }

        var permission = policyName[RequirePermissionAttribute.PolicyPrefix.Length..];
        if (!catalog.Knows(permission))
        {
            throw new InvalidOperationException($"No room declares the permission '{permission}'.");
        }

        return Task.FromResult<AuthorizationPolicy?>(policies.GetOrAdd(
            permission,
            id => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(new(id))).Build()));
    }
}
