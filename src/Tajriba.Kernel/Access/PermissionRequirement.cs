using Microsoft.AspNetCore.Authorization;

namespace Tajriba.Kernel.Access;

/// <summary>Met by whoever holds the permission over at least one unit; which records that opens is for the page's scope to say.</summary>
internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;
