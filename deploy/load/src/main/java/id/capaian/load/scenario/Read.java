package id.capaian.load.scenario;

import java.nio.charset.StandardCharsets;

/**
 * A request that reads.
 *
 * @param has what the right answer holds: something of the person's own, where there is any
 */
record Read(Ask ask, String has) implements Shot {

    @Override
    public String wrong(Wire.Answer answer) {
        // What is looked for is plain letters: no need to know the others.
        return new String(answer.body(), StandardCharsets.ISO_8859_1).contains(has) ? null
                : ask.path() + " does not hold " + has + ": " + new String(answer.body(), StandardCharsets.UTF_8);
    }
}
