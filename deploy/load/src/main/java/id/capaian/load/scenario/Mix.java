package id.capaian.load.scenario;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Kinds of request by their shares.
 *
 * @param parts each as likely as its share is of all shares
 */
record Mix(List<Part> parts) {

    Mix {
        parts = List.copyOf(parts);
    }

    /** A kind of request, made ready for somebody. */
    record Part(int share, Function<SplittableRandom, Shot> kind) {
    }

    /** The next request. */
    Shot next(SplittableRandom random) {
        int left = random.nextInt(parts.stream().mapToInt(Part::share).sum());
        for (Part part : parts) {
            left -= part.share();
            if (left < 0) {
                return part.kind().apply(random);
            }
        }
        throw new IllegalStateException("shares are positive");
    }
}
