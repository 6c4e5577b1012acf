// Declarations that the facts look for; signatures only, nothing here runs.
#nullable enable annotations

using System;
using Microsoft.Extensions.DependencyInjection;

namespace MassTransit
{
    public interface IBusRegistrationConfigurator : IServiceCollection
    {
    }

    public interface IBusRegistrationContext : IServiceProvider
    {
    }

    public interface IBusControl
    {
    }

    public interface IBusFactorySelector
    {
    }

    public static class Bus
    {
        public static IBusFactorySelector Factory => throw null!;
    }

    public static class DependencyInjectionRegistrationExtensions
    {
        public static IServiceCollection AddMassTransit(this IServiceCollection collection, Action<IBusRegistrationConfigurator>? configure = null) => throw null!;
    }
}
