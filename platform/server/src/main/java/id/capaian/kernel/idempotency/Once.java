package id.capaian.kernel.idempotency;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Makes a write happen once per {@code Idempotency-Key}. To be called inside a tenant use case; key and effect commit
 * or vanish together, so a failed write may be repeated with its key.
 */
@ApplicationScoped
public class Once {

    /** The header of the interface that carries the key; forms of pages carry it as the field {@code key}. */
    public static final String HEADER = "Idempotency-Key";

    private final OnceSql keys;
    private final Caller caller;
    private final Clock clock;

    Once() {
        this(null, null, null);
    }

    @Inject
    Once(OnceSql keys, Caller caller, Clock clock) {
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Does the write unless this caller did it before with the same key; then the first answer is given again.
     *
     * @param key     the caller's key, or null when none was sent: the write is simply done
     * @param request what was asked for, any record or map; the same key with another request is refused
     * @param answer  type of the answer
     * @throws ProblemException {@link Problem#IDEMPOTENCY_KEY_REUSED}
     */
    public <T> T perform(String key, Object request, Class<T> answer, Supplier<T> write) {
        if (key == null) {
            return write.get();
        }
        String fingerprint = sha256(Json.canonical(request));
        if (keys.take(caller.subject(), key, fingerprint, clock.instant())) {
            T made = write.get();
            keys.keep(caller.subject(), key, Json.write(made));
            return made;
        }
        OnceSql.Kept kept = keys.find(caller.subject(), key).orElseThrow();
        if (!kept.requestSha256().equals(fingerprint)) {
            throw new ProblemException(Problem.IDEMPOTENCY_KEY_REUSED);
        }
        return Json.read(kept.answer(), answer);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
