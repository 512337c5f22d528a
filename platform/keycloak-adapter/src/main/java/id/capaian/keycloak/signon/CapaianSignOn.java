package id.capaian.keycloak.signon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The container's side of sign-on: translates between the servlet request and {@link SignOnDesk}. What is stopped goes
 * on as nobody, but only as far as {@link SignOnFilter}.
 */
@ApplicationScoped
public class CapaianSignOn implements HttpAuthenticationMechanism {

    @Inject
    private SignOn signOn;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response,
                                                HttpMessageContext context) {
        Verdict verdict = signOn.desk().decide(ask(request));
        if (verdict instanceof Verdict.Admit admit) {
            if (admit.setCookie() != null) {
                response.addHeader("Set-Cookie", admit.setCookie());
            }
            admit.caller().putInto(request);
            return context.notifyContainerAboutLogin(admit.caller(), admit.caller().roles());
        }
        if (verdict instanceof Verdict.Stop stop) {
            SignOnFilter.stop(request, stop);
        }
        return context.doNothing();
    }

    private static Ask ask(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return new Ask(request.getMethod(), path, request.getQueryString(), request.getHeader("Accept"),
                request.getHeader("HX-Request") != null, request.getHeader("Authorization"),
                name -> cookie(request.getCookies(), name));
    }

    private static String cookie(Cookie[] cookies, String name) {
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
