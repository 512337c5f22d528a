package id.capaian.people;

import java.util.ArrayList;
import java.util.List;

/** What a file would change, noted while its rows are judged and written only when all of them are sound. */
public final class ImportChanges {

    private final List<Runnable> changes = new ArrayList<>();
    private final List<Runnable> creations = new ArrayList<>();
    private final List<Runnable> lateChanges = new ArrayList<>();
    private final List<Runnable> endings = new ArrayList<>();
    private int changed;
    private int created;
    private int unchanged;

    /**
     * A row that changes what is there. Written before anything is created: spans end before their successors begin.
     */
    public void change(Runnable write) {
        changed++;
        changes.add(write);
    }

    /** Something that must change so that a created row fits; not counted as a row of its own. */
    public void makeRoom(Runnable write) {
        changes.add(write);
    }

    /** A row that changes what is there and may point at what the file creates. */
    public void changeLate(Runnable write) {
        changed++;
        lateChanges.add(write);
    }

    /** A row that adds something; written in the order noted. */
    public void create(Runnable write) {
        created++;
        creations.add(write);
    }

    /** A row that says what is known. */
    public void keep() {
        unchanged++;
    }

    /** What follows once everything is written. */
    public void atTheEnd(Runnable act) {
        endings.add(act);
    }

    /** Writes; {@code flush} is called between changing and creating, and before what follows. */
    public void write(Runnable flush) {
        changes.forEach(Runnable::run);
        flush.run();
        creations.forEach(Runnable::run);
        lateChanges.forEach(Runnable::run);
        flush.run();
        endings.forEach(Runnable::run);
    }

    public int changed() {
        return changed;
    }

    public int created() {
        return created;
    }

    public int unchanged() {
        return unchanged;
    }
}
