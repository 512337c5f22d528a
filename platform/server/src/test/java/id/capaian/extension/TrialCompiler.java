package id.capaian.extension;

import id.capaian.plugin.api.RegionPack;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.pf4j.ExtensionPoint;

/** Compiles sources as a pack's author does: against the plugin API, for Java 17. */
public final class TrialCompiler {

    private TrialCompiler() {
    }

    /**
     * Compiles.
     *
     * @param sources text by file, e.g. {@code trial/TrialPack.java}
     * @return classes by file, e.g. {@code trial/TrialPack.class}
     */
    public static Map<String, byte[]> compile(Map<String, String> sources) {
        StringWriter messages = new StringWriter();
        List<Source> units = sources.entrySet().stream()
                .map(each -> new Source(each.getKey(), each.getValue())).toList();
        try {
            Path target = Files.createTempDirectory("trial-pack");
            boolean done = ToolProvider.getSystemJavaCompiler().getTask(messages, null, null,
                    List.of("--release", "17", "-proc:none", "-d", target.toString(), "-classpath", classpath()), null,
                    units).call();
            if (!done) {
                throw new IllegalStateException(messages.toString());
            }
            return files(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below a folder, by its path in it. */
    public static Map<String, byte[]> files(Path folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String classpath() {
        return Stream.of(RegionPack.class, ExtensionPoint.class)
                .map(type -> URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .map(place -> Path.of(place).toString())
                .reduce((one, two) -> one + java.io.File.pathSeparator + two).orElseThrow();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
