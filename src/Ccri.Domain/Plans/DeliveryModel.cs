namespace Ccri.Domain.Plans;

/// <summary>Who builds and runs it, and in what legal form.</summary>
public enum DeliveryModel
{
    Own,
    PublicPrivatePartnership,
    SpecialPurposeVehicle,
    Concession,
    Private,
}
