package id.capaian.plugin.engine;

import java.util.List;

/**
 * What became of one golden case.
 *
 * @param file        file of the case
 * @param name        what the case shows
 * @param differences what came out differently, in words; empty when it passed
 */
public record GoldenResult(String file, String name, List<String> differences) {

    public GoldenResult {
        differences = List.copyOf(differences);
    }

    /** Whether everything came out as expected. */
    public boolean passed() {
        return differences.isEmpty();
    }
}
