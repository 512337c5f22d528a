/**
 * Sign-on: who calls, and may they come in? One servlet filter for people (sealed cookie) and machines (bearer token),
 * found by the container because this jar lies in the server's {@code WEB-INF/lib}.
 *
 * <h2>How the server's room {@code id.capaian.access} wires it</h2>
 * <ol>
 * <li>Supply three CDI beans: {@link id.capaian.keycloak.signon.RoleSource} (reads the tenant's schema),
 *     {@link id.capaian.keycloak.signon.EndedSessions} and {@link id.capaian.keycloak.signon.TenantRegistry} (both
 *     answer from memory).</li>
 * <li>{@code TenantFilter} takes the caller from
 *     {@link id.capaian.keycloak.signon.SignedOn#of SignedOn.of(request)} and fills {@code kernel.identity.Caller}. The
 *     tenant is that of the caller, never the path's word again.</li>
 * <li>{@code SignInPages} injects {@link id.capaian.keycloak.signon.SignInFlow}:
 *     {@code GET /sign-in/callback} calls {@code finish}, the sign-out form calls {@code signOut} and writes what comes
 *     back to {@code registry.ended_session}, Keycloak's back-channel call leads to {@code backchannelLogout} and
 *     writes likewise. {@code Set-Cookie} values are sent as they are.</li>
 * <li>Forms carry {@link id.capaian.keycloak.signon.FormTokens#of}; a filter calls {@code verify} for every write of a
 *     {@link id.capaian.keycloak.signon.Kind#PERSON}.</li>
 * </ol>
 *
 * <h2>What it answers by itself</h2>
 * In an area ({@code /<tenant>/…}, {@code /nasional/…}, {@code /operator/…} and the same under {@code /api/}) nobody
 * passes without being signed in, but for {@code publik}: 302 to Keycloak for somebody opening a page, 503 with
 * {@code Retry-After} when Keycloak is away, 401 with {@code WWW-Authenticate} for everybody else, 403 for a token of
 * another area, 404 for a path that could be read in two ways. The bodies of these answers are the server's, through
 * an optional fourth bean, {@link id.capaian.keycloak.signon.RefusalPages}. Areas of tenants that are not active are
 * left to {@code TenantFilter}.
 *
 * <h2>What the realm must have</h2>
 * Client {@code capaian-web}: confidential, code flow, PKCE S256, an audience mapper for {@code capaian-api}, redirect
 * address {@code <capaian.base-url>/sign-in/callback}, back-channel logout address, no refresh rotation. Session idle
 * time longer than {@code capaian.session.outage-hours}, or an outage ends in a new sign-in. A user profile in which
 * e-mail and last name are optional: Keycloak otherwise stops every imported account ("not fully set up").
 *
 * <h2>Keys</h2>
 * To replace {@code capaian.cookie.key}, move the old value to {@code capaian.cookie.key.previous}, restart the nodes,
 * and remove it after a day.
 *
 * <p>Tokens and numbers of people are never logged; the subject is.
 */
package id.capaian.keycloak.signon;
