namespace Ccri.Domain.Plans;

public enum RevenueModel
{
    GateFee,
    ProductSale,
    Service,
    Savings,
    Tariff,
    PublicServiceContract,
    Mixed,
}
