package id.capaian.plugin.engine;

import java.util.ArrayList;
import java.util.List;

/** Collects problems while a pack is read, so that an author sees all of them at once. */
final class Problems {

    private final List<PackProblem> found = new ArrayList<>();

    void add(String file, int line, String what, String remedy) {
        found.add(new PackProblem(file, line, what, remedy));
    }

    /** What made a file unreadable; other files are read on. */
    void addAll(PackInvalid invalid) {
        found.addAll(invalid.problems());
    }

    int count() {
        return found.size();
    }

    List<PackProblem> list() {
        return List.copyOf(found);
    }

    void throwIfAny() throws PackInvalid {
        if (!found.isEmpty()) {
            throw new PackInvalid(found);
        }
    }
}
