package id.capaian.kernel.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Static files. Their address holds a hash of their content, so browsers may keep them for ever. */
@ApplicationScoped
public class Assets {

    private static final String HTMX = "htmx.min.js";
    private static final Map<String, String> TYPES = Map.of("css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml", "png", "image/png");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,60}\\.(css|js|svg|png)");

    private final Map<String, Optional<Asset>> byName = new ConcurrentHashMap<>();

    /** One file. */
    record Asset(byte[] bytes, String hash, String type) {
    }

    /**
     * Address of a file of {@code src/main/resources/assets}.
     *
     * @throws IllegalStateException when there is no such file
     */
    public String href(String name) {
        Asset asset = find(name).orElseThrow(() -> new IllegalStateException("No asset " + name));
        return "/assets/" + asset.hash() + "/" + name;
    }

    Optional<Asset> find(String name) {
        Optional<Asset> known = byName.get(name);
        if (known != null) {
            return known;
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Optional<Asset> loaded = load(name);
        // Only what exists is remembered, or made-up names would fill the memory.
        loaded.ifPresent(asset -> byName.put(name, loaded));
        return loaded;
    }

    private static Optional<Asset> load(String name) {
        String path = name.equals(HTMX) ? "/META-INF/resources/webjars/htmx.org/" + htmxVersion() + "/dist/" + HTMX
                : "/assets/" + name;
        try (InputStream in = Assets.class.getResourceAsStream(path)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            return Optional.of(new Asset(bytes, hash(bytes), TYPES.get(name.substring(name.lastIndexOf('.') + 1))));
        } catch (IOException e) {
            throw new IllegalStateException("Asset not readable: " + name, e);
        }
    }

    /** The version the build chose, read from the webjar itself: it is written down in the parent POM only. */
    private static String htmxVersion() {
        try (InputStream in = Assets.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("The webjar of htmx says no version", e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
