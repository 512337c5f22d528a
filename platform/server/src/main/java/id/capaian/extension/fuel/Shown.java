package id.capaian.extension.fuel;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * How long something is as a text, before it is one: a container of texts may be small and its text huge. Java's own
 * containers are looked through, element by element; what a class of the pack says of itself is its own code.
 */
final class Shown {

    private Shown() {
    }

    /** Announces the length of what has one to the tank. */
    static void look(Object part, Tank tank) {
        if (part instanceof CharSequence text) {
            tank.announce(text.length());
        } else if (part instanceof Object[] array) {
            for (Object each : array) {
                next(each, tank);
            }
        } else if (part != null && part.getClass().getClassLoader() == null) {
            lookInto(part, tank);
        }
    }

    private static void lookInto(Object part, Tank tank) {
        if (part instanceof Collection<?> all) {
            all.forEach(each -> next(each, tank));
        } else if (part instanceof Map<?, ?> all) {
            all.forEach((key, value) -> {
                next(key, tank);
                next(value, tank);
            });
        } else if (part instanceof Map.Entry<?, ?> entry) {
            next(entry.getKey(), tank);
            next(entry.getValue(), tank);
        } else if (part instanceof Optional<?> some) {
            some.ifPresent(each -> next(each, tank));
        }
    }

    private static void next(Object part, Tank tank) {
        tank.step();
        look(part, tank);
    }
}
