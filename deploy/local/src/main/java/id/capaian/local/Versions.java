package id.capaian.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of what is started, written by Maven from the root POM, the only place that names them. */
final class Versions {

    private static final Properties ALL = load();

    private Versions() {
    }

    /** @param name {@code postgresql}, {@code keycloak} or {@code payara} */
    static String of(String name) {
        return ALL.getProperty(name);
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
