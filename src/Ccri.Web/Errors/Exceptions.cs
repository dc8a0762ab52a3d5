namespace Ccri.Web.Errors;

/// <summary>There is no such thing, at least none that the address names.</summary>
public sealed class NotFoundException(string noun, object key) : Exception($"{noun} “{key}” does not exist. It may have been renamed or removed.");

/// <summary>The current user may not do this; the sentence says who can help.</summary>
public sealed class NotAllowedException(string sentence) : Exception(sentence);

/// <summary>Nobody is signed in, and the message needs somebody.</summary>
public sealed class NotSignedInException() : Exception("Please sign in first.");

/// <summary>A part of the system is not there at the moment (the typesetter, for example); the sentence says which and who can mend it.</summary>
public sealed class NotWorkingException(string sentence) : Exception(sentence);
