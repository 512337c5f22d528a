package id.capaian.plugin.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The files a Java pack carries beside its class. A pack reads them through this and needs no I/O of its own.
 *
 * <p>Example: {@code PackResources.of(TubeiPack.class).text("parameters.schema.json")}.
 */
public final class PackResources {

    private final Class<?> pack;

    private PackResources(Class<?> pack) {
        this.pack = pack;
    }

    /** The files of the jar this class is in. */
    public static PackResources of(Class<?> pack) {
        return new PackResources(Objects.requireNonNull(pack, "pack"));
    }

    /**
     * A file as UTF-8 text.
     *
     * @param name path inside the jar, e.g. {@code forms/plan@1.schema.json}
     * @throws IllegalArgumentException when there is no such file
     */
    public String text(String name) {
        try (InputStream stream = pack.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("the pack of " + pack.getName() + " has no file " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file of texts: a line each, {@code key=text}; empty lines and lines that start with # are left out.
     *
     * @throws IllegalArgumentException when there is no such file, a line has no =, or a key is there twice
     */
    public Map<String, String> texts(String name) {
        Map<String, String> texts = new TreeMap<>();
        for (String line : text(name).lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int at = line.indexOf('=');
            if (at < 1 || texts.put(line.substring(0, at).strip(), line.substring(at + 1).strip()) != null) {
                throw new IllegalArgumentException(name + ": \"" + line + "\" must be key=text, each key once");
            }
        }
        return texts;
    }

    /**
     * A form of four files: {@code forms/<form>@<n>} with {@code .schema.json}, {@code .ui.json},
     * {@code .id.properties} and {@code .en.properties}.
     *
     * @param id      {@code <region>.<form>@<n>}
     * @param name    title people see
     * @param purpose where it is offered
     */
    public Form form(String id, LocalizedText name, FormPurpose purpose) {
        String base = "forms/" + id.substring(id.indexOf('.') + 1);
        return new Form(id, name, purpose, text(base + ".schema.json"), text(base + ".ui.json"),
                Map.of("id", texts(base + ".id.properties"), "en", texts(base + ".en.properties")));
    }

    /**
     * A document of two files: {@code documents/<document>@<n>} with {@code .id.txt} and {@code .en.txt} (since API
     * 1.2).
     *
     * @param id      {@code <region>.<document>@<n>}
     * @param name    title people see
     * @param purpose what it is for
     * @param offer   with which results it is offered
     */
    public Document document(String id, LocalizedText name, DocumentPurpose purpose, DocumentOffer offer) {
        String base = "documents/" + id.substring(id.indexOf('.') + 1);
        return new Document(id, name, purpose, offer,
                new LocalizedText(text(base + ".id.txt"), text(base + ".en.txt")));
    }
}
