using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;
using Tajriba.Touchpoints.Customers.Directory;
using Tajriba.Touchpoints.Customers.Find;
using Tajriba.Touchpoints.Customers.Identity;
using Tajriba.Touchpoints.Customers.View;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Customers;

/// <summary>The customers: found by identifier, each with everything that happened, whatever the channel.</summary>
public sealed class CustomersRoom : Room
{
    public override string Name => "customers";

    public override Layer Layer => Layer.Touchpoints;

    public override string SchemaPrefix => "Tajriba.Touchpoints.Customers.Storage";

    public override IReadOnlyList<Permission> Permissions => [CustomersPermissions.View, CustomersPermissions.Identify];

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("customers", typeof(CustomersRoom), "Customers", "users", CustomersPermissions.View, 10)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ObjectDirectory>();
        services.AddLogSubscriber<DirectoryLearner>();
        services.AddSingleton(configuration.GetSection("Tajriba:Identity").Get<IdentitySettings>() ?? new IdentitySettings());
        services.AddLogSubscriber<IdentityLearner>();
        services.AddSingleton<IAttributeInterest, ContactInterest>();
        services.AddSingleton<Identities>();
        services.AddSingleton<IIdentities>(provider => provider.GetRequiredService<Identities>());
        services.AddSingleton<IdentityHand>();
        services.AddScoped<IdentitySight>();
        services.AddSingleton<ObjectHistories>();
        services.AddScoped<ICommandSource, CustomerCommands>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapIdentity();
}
