package id.capaian.kernel.tenancy;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts use cases together for one unit of work of a {@link Slice}, by their injected constructors as the container does.
 * What is given is used where its type is asked for; everything else is made.
 */
public final class Wiring {

    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final List<Object> fired = new ArrayList<>();

    private Wiring() {
    }

    /** The wiring of a unit of work; {@code given} replaces parts by type or supertype. */
    public static Wiring of(Slice.Unit unit, Object... given) {
        Wiring wiring = new Wiring();
        Stream.concat(Stream.of(unit.entityManager(), unit.caller(), unit.clock()), Stream.of(given))
                .forEach(part -> wiring.parts.put(part.getClass(), part));
        return wiring;
    }

    /** The same wiring with one more part. */
    public Wiring with(Object part) {
        parts.put(part.getClass(), part);
        return this;
    }

    /** The bean of that class. */
    public <T> T get(Class<T> type) {
        Object given = parts.values().stream().filter(type::isInstance).findFirst().orElse(null);
        if (given == null) {
            given = make(type);
            parts.put(type, given);
        }
        return type.cast(given);
    }

    /** The events announced so far; nobody hears them. */
    public List<Object> fired() {
        return fired;
    }

    private Object make(Class<?> type) {
        if (type == Event.class) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                fired.add(arguments[0]);
                return null;
            });
        }
        Constructor<?> constructor = Stream.of(type.getDeclaredConstructors())
                .filter(candidate -> candidate.isAnnotationPresent(Inject.class)).findFirst()
                .orElseGet(() -> type.getDeclaredConstructors()[0]);
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(Stream.of(constructor.getParameterTypes()).map(this::get).toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
