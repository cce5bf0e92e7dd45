using System.Security.Claims;
using Inspectorates.Hosting.Settings;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Inspectorates.Hosting.Trust;

/// <summary>Bearer tokens of the inspectorate's one issuer, signed with an asymmetric algorithm.</summary>
internal static partial class TokenValidation
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    // With a symmetric one anybody who knows the public key could sign.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
    ];

    public static void AddTrust(this IServiceCollection services, TrustSettings settings, TimeProvider time) =>
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.IncludeErrorDetails = false;
            options.TokenValidationParameters = ParametersOf(settings, time);
            if (settings.DevelopmentKeyFile is null)
                options.Authority = settings.Issuer;
            options.Events = new JwtBearerEvents
            {
                OnTokenValidated = context =>
                {
                    if (string.IsNullOrEmpty(context.Principal?.FindFirstValue("sub")))
                        context.Fail("The token has no subject.");
                    return Task.CompletedTask;
                },
                OnAuthenticationFailed = context =>
                {
                    // The kind of failure only: a token's content does not belong in a log.
                    LogRefused(context.HttpContext.RequestServices.GetRequiredService<ILogger<TrustMiddleware>>(), context.Exception);
                    return Task.CompletedTask;
                },
            };
        });

    private static void LogRefused(ILogger log, Exception fault)
    {
        var kind = fault.GetType().Name;
        LogRefusal(log, kind);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A token was refused: {Kind}")]
    private static partial void LogRefusal(ILogger log, string kind);

    private static TokenValidationParameters ParametersOf(TrustSettings settings, TimeProvider time) => new()
    {
        ValidIssuer = settings.Issuer,
        ValidAudience = settings.Audience,
        ValidAlgorithms = Algorithms,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        NameClaimType = "sub",
        RoleClaimType = "role",
        IssuerSigningKey = settings.DevelopmentKeyFile is null
            ? null
            : new ECDsaSecurityKey(KeyFile.LoadOrCreate(settings.DevelopmentKeyFile)),
        LifetimeValidator = (from, until, _, _) =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            return until is not null && now < until + Skew && (from is null || now >= from - Skew);
        },
    };
}
