package id.capaian.load;

import java.io.IOException;
import java.util.SplittableRandom;

/** One kind of request, sent again and again. */
interface Request {

    /** How reports call it. */
    String name();

    /**
     * Sends one in the name of the person and checks the answer.
     *
     * @param sample whether to look into the content too
     * @throws IllegalStateException when the answer is wrong
     */
    void send(Person person, SplittableRandom random, boolean sample) throws IOException;
}
