package id.capaian.load;

import com.nimbusds.jose.JOSEException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What every part finds ready: a generated nation, and a server that runs on it.
 *
 * @param quick   whether to find out only that it works, with a tenth of the requests
 * @param periods the open period of each tenant by its number
 * @param floors  milliseconds PostgreSQL alone needs for kinds of request, by their names, as far as measured in this run
 */
public record House(LoadSystem system, Nation nation, Map<Integer, UUID> periods, boolean quick, Http http,
        Map<Person, String> tokens, Map<String, Double> floors) {

    /** On a server that runs. */
    public House(LoadSystem system, Nation nation, Map<Integer, UUID> periods, boolean quick) {
        this(system, nation, periods, quick, new Http(system.serverUrl()), new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    /** The bearer token of a person, signed once. */
    public String tokenOf(Person person) {
        return tokens.computeIfAbsent(person, one -> {
            try {
                return system.issuer().token(one);
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
