package id.capaian.evaluation.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts beans together by their constructors, as the container would, for one unit of work of a slice test. */
final class Bench {

    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final List<Object> fired = new ArrayList<>();

    <T> Bench with(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    /** What was announced so far. */
    List<Object> fired() {
        return fired;
    }

    <T> T get(Class<T> type) {
        Object bean = beans.get(type);
        if (bean == null) {
            bean = make(type);
            beans.put(type, bean);
        }
        return type.cast(bean);
    }

    private Object make(Class<?> type) {
        if (type == Event.class) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                fired.add(arguments[0]);
                return null;
            });
        }
        try {
            Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                    .filter(candidate -> candidate.isAnnotationPresent(Inject.class)).findFirst()
                    .orElse(type.getDeclaredConstructors()[0]);
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes()).map(this::get).toArray());
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Not to be made: " + type.getName(), e);
        }
    }
}
