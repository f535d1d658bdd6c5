using Microsoft.AspNetCore.Authorization;

namespace NewsPortal.Accounts;

/// <summary>Lets a person through whose role the endpoint names. No name, no entry.</summary>
internal sealed class RoleGuard : AuthorizationHandler<RoleGuard.Requirement>
{
    public const string Policy = "Staff";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        var http = (HttpContext)context.Resource!;
        var allowed = http.GetEndpoint()?.Metadata.GetMetadata<ForRolesAttribute>()?.Roles ?? [];
        if (http.Features.Get<Member>() is { } member && allowed.Contains(member.Role))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    internal sealed class Requirement : IAuthorizationRequirement;
}
