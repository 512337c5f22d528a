package id.capaian.extension.fuel;

import java.util.Objects;

/** Texts put together one by one: unlike Java's own way, which notes them first, each asks for its memory. */
final class Joined {

    private final String between;
    private final String after;
    private final StringBuilder text = new StringBuilder();
    private final int start;
    private boolean begun;

    Joined(CharSequence between, CharSequence before, CharSequence after) {
        this.between = Objects.requireNonNull(between).toString();
        this.after = Objects.requireNonNull(after).toString();
        append(Objects.requireNonNull(before).toString());
        this.start = text.length();
    }

    void add(CharSequence part) {
        String next = String.valueOf(part);
        if (begun) {
            append(between);
        }
        begun = true;
        append(next);
    }

    /** What the other one has comes after it. */
    Joined addAll(Joined other) {
        if (other.begun) {
            add(other.text.substring(other.start));
        }
        return this;
    }

    private void append(String next) {
        Tank tank = Tank.current();
        tank.step();
        tank.reserve(next.length());
        text.append(next);
    }

    String text() {
        append(after);
        Tank.current().reserve(text.length());
        return text.toString();
    }
}
