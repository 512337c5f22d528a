package id.capaian.plugin.engine;

import java.util.Objects;

/**
 * One thing wrong with a pack, for the person who writes it.
 *
 * @param file   file inside the pack
 * @param line   line in that file, from 1; 0 when no line can be named
 * @param what   what is wrong
 * @param remedy what to do about it
 */
public record PackProblem(String file, int line, String what, String remedy) {

    public PackProblem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** {@code formulas/x.json:12: what. remedy} */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + what + " → " + remedy;
    }
}
