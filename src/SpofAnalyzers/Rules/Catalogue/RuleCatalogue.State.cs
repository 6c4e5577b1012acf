namespace SpofAnalyzers.Rules;

/// <content>SPOF4xxx in-process state.</content>
internal static partial class RuleCatalogue
{
    private static CodeRule[] State =>
    [
        new Spof4002(),
        new Spof4003(),
        new Spof4004(),
        new Spof4005(),
        new Spof4006(),
        new Spof4007(),
        new Spof4008(),
        new Spof4009(),
        new Spof4010(),
        new Spof4010Guards(),
        new Spof4010Semaphores(),
        new Spof4011(),
    ];
}
