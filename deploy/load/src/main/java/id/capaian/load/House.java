package id.capaian.load;

import com.nimbusds.jose.JOSEException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What every part finds ready: a generated nation, and a server that runs on it.
 *
 * @param quick   whether to find out only that it works, with a tenth of the requests
 * @param profile whether to say where the server's time goes as well
 * @param periods the open period of each tenant by its number
 * @param floors  milliseconds PostgreSQL alone needs for kinds of request, by their names, as far as measured in this run
 */
public record House(LoadSystem system, Nation nation, Map<Integer, UUID> periods, boolean quick, boolean profile, Http http,
        Map<Person, String> tokens, Map<String, Double> floors) {

    /** On a server that runs. */
    public House(LoadSystem system, Nation nation, Map<Integer, UUID> periods, boolean quick, boolean profile) {
        this(system, nation, periods, quick, profile, new Http(system.serverUrl()), new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    /** Does something that was measured before once more and tells where the server's time goes, if that is wanted. */
    public void profile(String what, Program.Measurement work) throws Exception {
        if (profile) {
            new Profile(system.serverPid(), system.state()).of(what, work, System.out);
        }
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
