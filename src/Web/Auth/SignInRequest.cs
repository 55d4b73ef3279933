namespace PartyRealtime.Web.Auth;

/// <summary>The body of a sign-in.</summary>
public sealed record SignInRequest(string? SignIn, string? Password);
