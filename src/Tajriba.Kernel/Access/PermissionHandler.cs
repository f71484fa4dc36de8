using Microsoft.AspNetCore.Authorization;

namespace Tajriba.Kernel.Access;

internal sealed class PermissionHandler(ICurrentPerson person) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (person.IsSignedIn && person.Can(requirement.Permission))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
