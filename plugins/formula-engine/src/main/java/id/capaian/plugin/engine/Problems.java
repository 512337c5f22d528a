package id.capaian.plugin.engine;

import java.util.ArrayList;
import java.util.List;

/** Collects problems while a pack is read, so that an author sees all of them at once. */
final class Problems {

    private final List<PackProblem> found = new ArrayList<>();

    void add(String file, int line, String what, String remedy) {
        found.add(new PackProblem(file, line, what, remedy));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<PackProblem> list() {
        return List.copyOf(found);
    }

    void throwIfAny() throws PackInvalid {
        if (!found.isEmpty()) {
            throw new PackInvalid(found);
        }
    }

    /** Line of the first occurrence of a word in a file's text, from 1; 0 when it is not there. */
    static int lineOf(String text, String word) {
        int at = text.indexOf(word);
        return at < 0 ? 0 : 1 + (int) text.substring(0, at).chars().filter(character -> character == '\n').count();
    }
}
