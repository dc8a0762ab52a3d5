namespace Ccri.Domain; public abstract class Entity;
