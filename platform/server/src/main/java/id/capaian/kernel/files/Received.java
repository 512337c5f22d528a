package id.capaian.kernel.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that has arrived and is not kept yet; closing it lets go of what was not kept. */
public final class Received implements AutoCloseable {

    private final Path place;
    private final Stored stored;

    Received(Path place, Stored stored) {
        this.place = place;
        this.stored = stored;
    }

    Path place() {
        return place;
    }

    /** What it will be once it is kept. */
    Stored stored() {
        return stored;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
