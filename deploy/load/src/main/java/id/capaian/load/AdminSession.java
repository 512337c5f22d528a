package id.capaian.load;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** A tenant's regional admin with a token, who calls the API of the tenant, on the node of choice. */
public final class AdminSession {

    private final Person person;
    private final String token;

    /** Gives the person the role. */
    public AdminSession(LoadSystem system, Person person) throws SQLException, JOSEException {
        this.person = person;
        this.token = system.issuer().token(person);
        system.asSuperuser("insert into t_" + person.code() + ".role_grant (role_grant_id, role, subject, granted_by,"
                + " granted_at, valid_from, version) values ('" + person.own(Person.Kind.GRANT) + "', 'REGION_HR_ADMIN', '"
                + person.subject() + "', 'load', now(), '" + LocalDate.now().getYear() + "-01-01', 1)");
    }

    /**
     * Calls.
     *
     * @param path below the tenant's address
     * @param type of the body
     * @param body null for a request without one
     */
    public Http.Answer send(Http node, String method, String path, String type, byte[] body) throws IOException {
        return node.send(method, "/api/" + person.code() + path, Map.of("Authorization", "Bearer " + token,
                "Idempotency-Key", UUID.randomUUID().toString()), type, body);
    }
}
