package id.capaian.extension.host;

import id.capaian.extension.PackFault;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lets answers out of a pack that are what their type says all the way down. The virtual machine sees to it as far as
 * classes go; what lies in lists and maps it does not look at. Something of the pack's own there would run in the
 * host's hands without a guard, and keep the pack from being unloaded. To be called on the guarded thread.
 */
final class Border {

    /** Those parts of a record that hold lists or maps, at once or further down; looked up once, for it is slow. */
    private static final ClassValue<List<Part>> OPEN = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return type.isRecord() ? Stream.of(type.getRecordComponents()).filter(Border::isOpen)
                    .map(part -> new Part(part.getAccessor(), part.getGenericType())).toList() : List.of();
        }
    };

    private Border() {
    }

    private record Part(Method accessor, Type type) {
    }

    private static boolean isOpen(RecordComponent part) {
        return part.getGenericType() instanceof ParameterizedType || !OPEN.get(part.getType()).isEmpty();
    }

    /**
     * The answer, when it is one.
     *
     * @param type a record of the plugin API, or an interface only such records implement
     * @throws PackFault {@link PackFault.Kind#WRONG_ANSWER} when it is nothing, of another type, or holds what does not
     *                   belong there
     */
    static <T> T checked(Class<T> type, Object answer) {
        if (answer == null) {
            throw new PackFault(PackFault.Kind.WRONG_ANSWER, "answers nothing");
        }
        check(type, answer);
        return type.cast(answer);
    }

    private static void check(Type type, Object value) {
        if (type instanceof ParameterizedType container) {
            checkContent(container, value);
        } else if (value != null) {
            require(((Class<?>) type).isInstance(value), type, value);
            OPEN.get(value.getClass()).forEach(part -> check(part.type(), get(part, value)));
        }
    }

    private static void checkContent(ParameterizedType type, Object value) {
        Type[] content = type.getActualTypeArguments();
        require(((Class<?>) type.getRawType()).isInstance(value), type, value);
        require(value.getClass().getClassLoader() == null, type, value);
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                check(content[0], key);
                check(content[1], each);
            });
        } else {
            ((Collection<?>) value).forEach(each -> check(content[0], each));
        }
    }

    private static Object get(Part part, Object value) {
        try {
            return part.accessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records of the plugin API can be read", e);
        }
    }

    private static void require(boolean fits, Type type, Object value) {
        if (!fits) {
            String what = value == null ? "nothing" : "a " + value.getClass().getName();
            throw new PackFault(PackFault.Kind.WRONG_ANSWER,
                    "answers with " + what + " in place of " + type.getTypeName());
        }
    }
}
