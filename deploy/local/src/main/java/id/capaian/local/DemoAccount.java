package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One line of {@code tenants-config/demo/accounts.csv}: somebody to sign in as.
 *
 * @param tenant tenant code, or empty for the national and the platform's own people
 * @param username as typed at sign-in
 * @param role what this person is, for people to read
 */
record DemoAccount(String tenant, String username, String role) {

    private static final int COLUMNS = 3;

    /**
     * All of them; a tenant's first lines are its regional admin, somebody to follow, that person's rater, and who
     * fixes what the organisation achieved.
     */
    static List<DemoAccount> read(Path tenantsConfig) {
        try {
            return Files.readAllLines(tenantsConfig.resolve("demo/accounts.csv")).stream().skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(";", COLUMNS))
                    .map(cells -> new DemoAccount(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
