package id.capaian.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A kind of request that reads.
 *
 * @param name    how reports call it
 * @param path    address on the server for a person
 * @param headers what says who asks
 * @param right   whether an answer is the person's; asked of samples
 */
record Get(Http http, String name, Function<Person, String> path, Function<Person, Map<String, String>> headers,
        BiPredicate<Person, byte[]> right) implements Request {

    @Override
    public void send(Person person, SplittableRandom random, boolean sample) throws IOException {
        Http.Answer answer = send(person);
        if (sample && !right.test(person, answer.body())) {
            throw new IllegalStateException(name + " of " + person + " is not what was generated: "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    /** One, whose status alone is checked. */
    Http.Answer send(Person person) throws IOException {
        return http.send("GET", path.apply(person), headers.apply(person), null).ok(name);
    }
}
