namespace Ccri.Domain.Plans;

public enum PermitStatus
{
    NotNeeded,
    NotAppliedFor,
    AppliedFor,
    Granted,
    Refused,
}
