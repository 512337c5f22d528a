package id.capaian.keycloak.signon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** Gives sign-on to the container. Singletons without proxies, because every request comes by here. */
@ApplicationScoped
public class SignOnBeans {

    /** The settings, from MicroProfile Config. */
    @Produces
    @Singleton
    SignOnSettings settings(Config config) {
        return SignOnSettings.from(key -> config.getOptionalValue(key, String.class));
    }

    /** Sign-on, put together with what the server supplies. */
    @Produces
    @Singleton
    SignOn signOn(SignOnSettings settings, RoleSource roles, EndedSessions ended, TenantRegistry tenants) {
        return new SignOn(settings, roles, ended, tenants, Clock.systemUTC());
    }

    /** For the server's sign-in pages. */
    @Produces
    @Singleton
    SignInFlow signIn(SignOn signOn) {
        return signOn.signIn();
    }

    /** For the server's forms. */
    @Produces
    @Singleton
    FormTokens formTokens(SignOn signOn) {
        return signOn.formTokens();
    }

    /** A server with wrong settings says so when it starts, not when the first person comes. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object start, SignOnSettings settings) {
        System.getLogger(SignOnBeans.class.getName())
                .log(System.Logger.Level.DEBUG, "Sign-on by {0}", settings.issuer());
    }

    /** Stops background work when the application ends. */
    void close(@Disposes SignOn signOn) {
        signOn.close();
    }
}
