namespace Ccri.Domain;

/// <summary>Marks a property that describes a person: the audit says that it changed, never its value, so that a person can be erased.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
