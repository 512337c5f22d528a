package id.capaian.load;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the server's own time goes, by samples of Java Flight Recorder: each counts for the library nearest to the top
 * of its stack that is not the JDK's. Taken apart from the measurements, since looking costs something too.
 */
final class Profile {

    private static final int SHOWN = 14;
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.proxy.");

    private final long pid;
    private final Path folder;

    /** @param folder where the recordings stay, one a kind of request */
    Profile(long pid, Path folder) {
        this.pid = pid;
        this.folder = folder;
    }

    void of(String what, Program.Measurement work, PrintStream out) throws Exception {
        Path file = folder.resolve(what.replace(' ', '-') + ".jfr");
        // Whole stacks: the container nests deeper than the recorder looks by itself.
        Proc.jcmd(pid, "JFR.configure", "stackdepth=256");
        Proc.jcmd(pid, "JFR.start", "name=load", "settings=profile");
        work.run();
        Proc.jcmd(pid, "JFR.stop", "name=load", "filename=" + file);
        Map<String, Integer> samples = new HashMap<>();
        int all = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    samples.merge(library(event), 1, Integer::sum);
                    all++;
                }
            }
        }
        print(what, samples, all, out);
    }

    private static void print(String what, Map<String, Integer> samples, int all, PrintStream out) {
        out.println(what + ": where the server's time goes, of " + all + " samples");
        samples.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(SHOWN)
                .forEach(entry -> out.println(String.format(Locale.ROOT, "  %5.1f %%  %s",
                        100.0 * entry.getValue() / all, entry.getKey())));
    }

    private static String library(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return "unknown";
        }
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            if (JDK.stream().noneMatch(type::startsWith)) {
                return packageOf(type);
            }
        }
        return "JDK alone";
    }

    private static String packageOf(String type) {
        String[] words = type.split("\\.");
        return String.join(".", List.of(words).subList(0, Math.max(1, Math.min(4, words.length - 1))));
    }
}
