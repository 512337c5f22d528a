package id.capaian.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** What a person reads when something went wrong: one sentence. Where that explains nothing, the trace is in a log. */
final class Trouble {

    private final Throwable failure;

    Trouble(Throwable failure) {
        this.failure = failure;
    }

    /** @param log where a trace goes when the sentence alone does not say enough; made when missing */
    String sentence(Path log) {
        if (failure instanceof LocalException) {
            return failure.getMessage();
        }
        return Optional.ofNullable(fileTrouble()).map(Trouble::aboutFile).orElseGet(
                () -> "Something unexpected happened (" + failure + "); " + traceIn(log) + ".");
    }

    /** The failure of a file system among the causes, or null: a broken connection is an IOException too. */
    private IOException fileTrouble() {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException || cause instanceof IOException io && isFull(io)) {
                return (IOException) cause;
            }
        }
        return null;
    }

    private static boolean isFull(IOException e) {
        return String.valueOf(e.getMessage()).contains("No space left on device");
    }

    private static String aboutFile(IOException e) {
        String file = e instanceof FileSystemException named && named.getFile() != null ? named.getFile() : "a file";
        if (isFull(e)) {
            return "The disk is full (" + file + " could not be written): make room and run it again, nothing that was"
                    + " finished is lost.";
        }
        if (e instanceof AccessDeniedException) {
            return file + " belongs to another user or may not be changed: run this as the user who made it, or set"
                    + " CAPAIAN_STATE_DIR and CAPAIAN_KEYS_DIR to folders of your own.";
        }
        if (e instanceof NoSuchFileException) {
            return file + " is missing: run it again, and if it stays so, begin anew (down, delete .capaian, up).";
        }
        return "A file could not be read or written: " + e.getMessage() + ".";
    }

    private String traceIn(Path log) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(log, Instant.now() + " " + trace, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return "the details are in " + log;
        } catch (IOException e) {
            return "the details could not be written to " + log;
        }
    }
}
