namespace NewsPortal.Tests.Admin;

public sealed partial class WhoMayEnterTests
{
    private const string Table = """
        all   GET /
        all   GET /account/link
        all   POST /account/link
        all   POST /account/passkey
        all   POST /account/passkey/challenge
        all   GET /account/password-reset
        all   POST /account/password-reset
        all   POST /account/second-factor
        all   GET /account/sign-in
        all   POST /account/sign-in
        all   POST /account/sign-out
        all   GET /account/token
        CEMA  GET /admin
        A     GET /admin/accounts
        A     POST /admin/accounts
        A     GET /admin/accounts/{id:int}
        A     POST /admin/accounts/{id:int}
        A     POST /admin/accounts/{id:int}/disabling
        A     POST /admin/accounts/{id:int}/enabling
        A     POST /admin/accounts/{id:int}/link
        A     POST /admin/accounts/{id:int}/sessions/ending
        EA    POST /admin/articles/{id:int}/approval
        CEA   GET /admin/articles/{id:int}/publication
        EA    POST /admin/articles/{id:int}/publication
        EA    POST /admin/articles/{id:int}/return
        CEA   POST /admin/articles/{id:int}/review
        EA    POST /admin/articles/{id:int}/schedule
        EA    POST /admin/articles/{id:int}/schedule/{plan:int}/cancellation
        EA    POST /admin/articles/{id:int}/withdrawal
        CEMA  GET /admin/me
        CEMA  GET /admin/me/authenticator
        CEMA  POST /admin/me/authenticator
        CEMA  POST /admin/me/authenticator/removal
        CEMA  POST /admin/me/name
        CEMA  POST /admin/me/passkeys
        CEMA  POST /admin/me/passkeys/challenge
        CEMA  POST /admin/me/passkeys/removal
        CEMA  POST /admin/me/password
        CEMA  POST /admin/me/recovery-codes
        CEMA  POST /admin/me/sessions/ending
        all   GET /archive/{year?}/{month?}/{day?}
        all   GET /author/{slug}
        all   GET /author/{slug}/rss.xml
        all   ANY /error/{code:int}
        all   GET /healthz
        all   GET /last-minute
        all   GET /media/{id:int:min(1)}/{file}
        all   GET /offline
        all   GET /readyz
        all   GET /robots.txt
        all   GET /rss.xml
        all   GET /search
        all   GET /site.webmanifest
        all   GET /sitemap.xml
        all   GET /sitemap/pages.xml
        all   GET /sitemap/stories-{file}.xml
        all   GET /tag/{slug}
        all   GET /tag/{slug}/rss.xml
        all   GET /{section}
        all   GET /{section}/rss.xml
        all   GET /{section}/{slug}-{id}
        all   GET /{section}/{slug}-{id}/comments
        """;
}
