namespace Payments.Sandbox;

internal sealed record DeliveryFault(SandboxDelivery Delivery) : SandboxFault
{
    internal override SandboxReply Alter(SandboxExchange exchange, SandboxReply reply) => reply with { Delivery = Delivery };
}
