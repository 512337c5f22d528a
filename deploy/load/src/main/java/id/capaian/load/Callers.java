package id.capaian.load;

import com.nimbusds.jose.JOSEException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Who sends requests, each with a token. Two clients never act for the same person, so no two writes meet. */
final class Callers {

    private final Options options;
    private final Map<Person, String> tokens = new HashMap<>();

    Callers(Options options, TokenIssuer issuer) throws JOSEException {
        this.options = options;
        for (int tenant = 1; tenant <= options.mostTenants(); tenant++) {
            for (int number = 0; number < options.callers(); number++) {
                Person person = new Person(tenant, number);
                tokens.put(person, issuer.token(person));
            }
        }
    }

    /** One of the persons client number {@code client} acts for, every tenant as often as another. */
    Person any(int client, int tenants, SplittableRandom random) {
        int each = options.callers() / options.clients();
        return new Person(1 + random.nextInt(tenants), client + options.clients() * random.nextInt(each));
    }

    String tokenOf(Person person) {
        return tokens.get(person);
    }
}
