package id.capaian.access.boundary;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.keycloak.signon.FormTokens;
import id.capaian.keycloak.signon.Kind;
import id.capaian.keycloak.signon.SignedOn;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses writes that another site makes a signed-in person's browser send: each carries a token only our pages hold, in
 * the header {@code X-Form-Token} or as the form's first field {@code _token}. Bearer callers need none, since no browser
 * sends a bearer token by itself.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION + 100)
public class FormGuard implements ContainerRequestFilter {

    private static final String HEADER = "X-Form-Token";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** The token stands at the beginning of a form; so much of the body is looked at. */
    private static final int BEGINNING = 8 * 1024;
    private static final Pattern ENCODED = Pattern.compile("(?:^|&)_token=([^&]*)");
    private static final Pattern PART = Pattern.compile("name=\"_token\"[^\\r\\n]*\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n([^\\r\\n]*)\\r\\n");

    private final FormTokens tokens;
    private final HttpServletRequest http;

    FormGuard() {
        this(null, null);
    }

    @Inject
    FormGuard(FormTokens tokens, HttpServletRequest http) {
        this.tokens = tokens;
        this.http = http;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (READING.contains(request.getMethod())) {
            return;
        }
        Optional<SignedOn> person = SignedOn.of(http).filter(who -> who.kind() == Kind.PERSON);
        if (person.isPresent() && !tokens.verify(person.get(), token(request))) {
            throw new ProblemException(Problem.FORM_EXPIRED);
        }
    }

    private static String token(ContainerRequestContext request) throws IOException {
        String header = request.getHeaderString(HEADER);
        if (header != null) {
            return header;
        }
        MediaType type = request.getMediaType();
        if (type == null || !request.hasEntity()) {
            return null;
        }
        boolean upload = type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
        boolean form = type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        return upload || form ? tokenIn(beginning(request), upload) : null;
    }

    /** The token in the beginning of a form's body; null when there is none. */
    static String tokenIn(String beginning, boolean upload) {
        Matcher found = (upload ? PART : ENCODED).matcher(beginning);
        if (!found.find()) {
            return null;
        }
        return upload ? found.group(1) : URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
    }

    /** Looks at the first bytes of the body and leaves it as it was. */
    private static String beginning(ContainerRequestContext request) throws IOException {
        InputStream body = new BufferedInputStream(request.getEntityStream(), BEGINNING);
        body.mark(BEGINNING);
        byte[] first = body.readNBytes(BEGINNING - 1);
        body.reset();
        request.setEntityStream(body);
        return new String(first, StandardCharsets.ISO_8859_1);
    }
}
