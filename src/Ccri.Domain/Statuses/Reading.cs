using Ccri.Domain.Programme;

namespace Ccri.Domain.Statuses;

/// <summary>What led the rule to a status.</summary>
public enum Cause
{
    /// <summary>It has been reached, on <see cref="Reading.Day"/> when that is known.</summary>
    Done,

    /// <summary><see cref="Reading.What"/> keeps it from going on.</summary>
    Blocked,

    /// <summary><see cref="Reading.Days"/> after <see cref="Reading.Day"/>.</summary>
    Late,

    /// <summary>Expected <see cref="Reading.Days"/> after <see cref="Reading.Day"/>.</summary>
    Slipping,

    /// <summary>Its next day is <see cref="Reading.Day"/>, and nothing speaks against it.</summary>
    Ahead,

    /// <summary>No day to judge by.</summary>
    Undated,

    /// <summary>Work on it rests.</summary>
    Paused,

    /// <summary>The value has reached the target.</summary>
    Reached,

    /// <summary>The latest value lies on the way from the baseline to the target, or better.</summary>
    OnPath,

    /// <summary>The latest value lies behind the way from the baseline to the target.</summary>
    BehindPath,

    /// <summary>A target without a value.</summary>
    NoValue,

    /// <summary>Values without a target.</summary>
    NoTarget,

    /// <summary>The worst of its parts.</summary>
    Parts,

    /// <summary>It has no parts that could be judged.</summary>
    NoParts,
}

/// <summary>What the rule reads of a thing on a day.</summary>
/// <param name="Days">Whole days, late or expected to be late; otherwise 0.</param>
/// <param name="What">What blocks it, or which of its days is meant; in words.</param>
public sealed record Reading(Rag Status, Cause Cause, DateOnly? Day = null, int Days = 0, string? What = null);
