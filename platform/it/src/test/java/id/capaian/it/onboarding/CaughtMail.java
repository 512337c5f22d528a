package id.capaian.it.onboarding;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mail that the local catcher keeps, a file each. */
final class CaughtMail {

    private static final Pattern PASSWORD = Pattern.compile("Kata sandi awal : (\\S+)");
    private static final int LOOKS = 480;

    private final Path folder;

    CaughtMail(Path folder) {
        this.folder = folder;
    }

    /** First password in the newest mail to this address; waits until there is one. */
    String passwordFor(String address) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<String> password = newest().stream().map(CaughtMail::read)
                    .filter(message -> message.to().contains(address)).findFirst().map(CaughtMail::password);
            if (password.isPresent()) {
                return password.get();
            }
            rest();
        }
        throw new AssertionError("no mail for " + address + " in " + folder);
    }

    private List<Path> newest() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Path::getFileName).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Message(String to, String text) {
    }

    private static Message read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(null, in);
            return new Message(message.getHeader("To", ","), message.getContent().toString());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(file + " is no mail", e);
        }
    }

    private static String password(Message message) {
        Matcher found = PASSWORD.matcher(message.text());
        if (!found.find()) {
            throw new AssertionError("no password in a mail");
        }
        return found.group(1);
    }

    private static void rest() {
        try {
            Thread.sleep(Duration.ofMillis(500).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
