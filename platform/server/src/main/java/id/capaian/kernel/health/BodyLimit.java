package id.capaian.kernel.health;

import id.capaian.kernel.files.FileKind;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses bodies that are too large: 32 MiB for uploads (imports and evidence, by the types files have), 1 MiB for
 * everything else, whatever it calls itself. The container's own limit knows no kinds and answers chunked bodies with 500.
 * A body that breaks off, or of which nothing comes for half a minute, is told as such and not as an error of ours; so is
 * one that comes slower than any telephone sends, which would hold its place for ever.
 */
@Provider
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION - 800)
public class BodyLimit implements ContainerRequestFilter {

    private static final long MIB = 1024L * 1024;
    private static final long SMALL = MIB;
    private static final long FILES = 32 * MIB;
    /** The first half minute is given to everybody. */
    private static final long GRACE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long SLOWEST_BYTES_A_SECOND = 1024;
    private static final long NANOS = 1_000_000_000;
    private static final Set<String> FILE_TYPES = Stream.concat(
            Stream.of(MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_OCTET_STREAM),
            Stream.of(FileKind.values()).map(FileKind::mediaType)).collect(Collectors.toUnmodifiableSet());

    @Override
    public void filter(ContainerRequestContext request) {
        if (!hasBody(request)) {
            return;
        }
        long limit = limit(request.getMediaType());
        if (declared(request) > limit) {
            throw tooLarge(limit);
        }
        request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }

    /** Jersey looks for the first byte. */
    private static boolean hasBody(ContainerRequestContext request) {
        try {
            return request.hasEntity();
        } catch (ProcessingException e) {
            throw new ProblemException(Problem.BODY_INCOMPLETE);
        }
    }

    /** Most bytes of a body of that type; null is no type. */
    static long limit(MediaType type) {
        String name = type == null ? "" : (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
        return FILE_TYPES.contains(name) ? FILES : SMALL;
    }

    private static long declared(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private static ProblemException tooLarge(long limit) {
        return ProblemException.of(Problem.BODY_TOO_LARGE, limit / MIB + " MiB");
    }

    /** Whether so many bytes took longer than on the slowest line. */
    static boolean isTooSlow(long bytes, long nanos) {
        return nanos > GRACE_NANOS + bytes * (NANOS / SLOWEST_BYTES_A_SECOND);
    }

    /** Counts what is read: a chunked body declares no length. */
    private static final class Limited extends FilterInputStream {

        private final long limit;
        private final long began = System.nanoTime();
        private long read;

        Limited(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int some;
            try {
                some = super.read(buffer, offset, length);
            } catch (IOException e) {
                throw new ProblemException(Problem.BODY_INCOMPLETE);
            }
            read += Math.max(0, some);
            if (read > limit) {
                throw tooLarge(limit);
            }
            if (some >= 0 && isTooSlow(read, System.nanoTime() - began)) {
                throw new ProblemException(Problem.BODY_INCOMPLETE);
            }
            return some;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
