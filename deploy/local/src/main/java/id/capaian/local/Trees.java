package id.capaian.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Whole folders, and whole files. */
public final class Trees {

    private Trees() {
    }

    /** Deletes a folder with what is in it; does nothing when it is not there. Links are deleted, not followed. */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Copies what is in a folder into another that is there; everything keeps its owner and its permissions. */
    public static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all.skip(1)::iterator) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Writes a text file at once: whoever is killed meanwhile leaves the old one or the new one. */
    static void write(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".new");
        Files.move(Files.writeString(fresh, text), file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Hands a folder with what is in it to another account (needs root). */
    static void own(Path root, String account) throws IOException {
        var owner = root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account);
        try (var all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.setOwner(path, owner);
            }
        }
    }
}
