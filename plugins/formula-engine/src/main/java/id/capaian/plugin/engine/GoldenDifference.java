package id.capaian.plugin.engine;

import org.jspecify.annotations.Nullable;

/**
 * One thing that came out differently from what a golden case expects, in words.
 *
 * @param what     what differs, as the case calls it: {@code index}, {@code step NH_part}, {@code flag MISSING SMD.SAT}
 * @param label    what people call it, Indonesian and English; null when it has no other name
 * @param expected what the case says
 * @param actual   what came out
 * @param by       by how much, when both are numbers: {@code +0.50} when too much came out; null otherwise
 * @param how      how what came out was made, e.g. {@code 0.70 × NH}; null when it is no step
 */
public record GoldenDifference(String what, @Nullable String label, String expected, String actual,
        @Nullable String by, @Nullable String how) {

    /** In one line: {@code step NH_part: expected 71, is 70.00}. */
    @Override
    public String toString() {
        return what + ": expected " + expected + ", is " + actual;
    }
}
