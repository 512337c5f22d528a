package id.capaian.load;

import id.capaian.local.Artifacts;
import id.capaian.local.EmbeddedPostgres;
import id.capaian.local.PostgresOptions;
import id.capaian.local.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A nation as it was generated: a stopped PostgreSQL's folder, kept from run to run, of which each run measures a copy.
 * Made anew when the migrations, the generator or the year are others.
 */
final class KeptNation {

    private static final String PREFIX = "nation-";
    private static final String MIGRATIONS = "platform/admin/src/main/resources/db";
    /** Written last: a folder without it is half made. */
    private static final String DONE = "done";
    private static final int NAME_LENGTH = 12;

    private final Artifacts artifacts;
    private final Nation nation;
    private final Path state;
    private final String kind;
    private final Path folder;

    /** @param state what is measured lives in it, and nations are kept in it */
    KeptNation(Artifacts artifacts, Nation nation, Path state) throws IOException {
        this.artifacts = artifacts;
        this.nation = nation;
        this.state = state;
        this.kind = PREFIX + hash(List.of(nation.toString())) + "-";
        this.folder = state.resolve(kind + hash(schema()));
    }

    /** Whether a name in the state folder is that of a kept nation, which starting and stopping leave alone. */
    static boolean isOne(Path path) {
        return path.getFileName().toString().startsWith(PREFIX);
    }

    /**
     * Makes it, if it is not there.
     *
     * @param fresh make it also when it is there
     * @param port  where PostgreSQL may listen meanwhile
     * @return the folder that holds PostgreSQL's home and its passwords
     */
    Path make(boolean fresh, int port) throws IOException, SQLException, InterruptedException {
        if (fresh || !Files.exists(folder.resolve(DONE))) {
            deleteOthers(port);
            generate(port);
        }
        return folder;
    }

    private void generate(int port) throws IOException, SQLException, InterruptedException {
        Program.say("Generating " + nation.tenants() + " tenants with " + nation.people() + " people in " + folder
                + ", once");
        long began = System.nanoTime();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(options(folder, port))) {
            new Generator(database, nation, "[]").make();
        }
        Files.createFile(folder.resolve(DONE));
        Program.say("Generated in " + (System.nanoTime() - began) / 1_000_000_000 + " s");
    }

    /** What is lost when the machine falls is made anew, so nothing is synced. */
    private PostgresOptions options(Path home, int port) {
        return PostgresOptions.in(home, port).unpackedIn(artifacts.root().resolve(".capaian/unpacked"))
                .with("fsync", "off").with("full_page_writes", "off").with("synchronous_commit", "off")
                .with("wal_level", "minimal").with("max_wal_senders", "0").with("max_wal_size", "4GB")
                .with("maintenance_work_mem", "256MB").with("autovacuum", "off");
    }

    private void deleteOthers(int port) throws IOException {
        if (!Files.isDirectory(state)) {
            return;
        }
        try (Stream<Path> all = Files.list(state)) {
            for (Path other : all.filter(path -> path.getFileName().toString().startsWith(kind)).toList()) {
                EmbeddedPostgres.stop(options(other, port));
                Trees.delete(other);
            }
        }
    }

    private List<String> schema() throws IOException {
        Path migrations = artifacts.root().resolve(MIGRATIONS);
        try (Stream<Path> all = Files.walk(migrations)) {
            Stream<String> files = all.filter(Files::isRegularFile).sorted()
                    .map(file -> migrations.relativize(file) + " " + text(file));
            return Stream.concat(files, Stream.of(Generator.VERSION + " " + Generator.YEAR)).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
