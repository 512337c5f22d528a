package id.capaian.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the admin program as a person would: a child process, configured by its environment. */
public final class AdminCommand {

    private final Path program;
    private final Map<String, String> environment;
    private final Path log;

    /**
     * @param program the admin program, {@link Artifacts#admin()}
     * @param environment its configuration, {@code CAPAIAN_…}
     * @param log file to which its output is added
     */
    public AdminCommand(Path program, Map<String, String> environment, Path log) {
        this.program = program;
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /**
     * Runs one command to its end.
     *
     * @return its output, by lines
     * @throws LocalException when it fails, with its last lines
     */
    public List<String> run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-jar", program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("CAPAIAN_"));
        builder.environment().putAll(environment);
        try {
            return collect(builder.start(), String.join(" ", arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while admin ran", e);
        }
    }

    private List<String> collect(Process process, String what) throws IOException, InterruptedException {
        process.getOutputStream().close();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(lines::add);
        }
        int exit = process.waitFor();
        Files.createDirectories(log.getParent());
        Files.write(log, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (exit != 0) {
            List<String> tail = lines.subList(Math.max(0, lines.size() - 12), lines.size());
            throw new LocalException("admin " + what + " failed (exit " + exit + "); its log is " + log + ".\n  "
                    + String.join("\n  ", tail));
        }
        return lines;
    }
}
