package id.capaian.openapi;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import id.capaian.kernel.json.Json;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Shapes of what goes over the wire, as {@link Json} reads and writes them. */
final class ApiSchemas {

    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, string(null)), Map.entry(UUID.class, string("uuid")),
            Map.entry(LocalDate.class, string("date")), Map.entry(Instant.class, string("date-time")),
            Map.entry(BigDecimal.class, Map.of("type", "number")), Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")), Map.entry(int.class, integer("int32")),
            Map.entry(Integer.class, integer("int32")), Map.entry(long.class, integer("int64")),
            Map.entry(Long.class, integer("int64")), Map.entry(Object.class, Map.of()),
            Map.entry(JsonNode.class, Map.of()));

    private final Map<String, Map<String, Object>> named = new TreeMap<>();
    private final Map<String, Class<?>> owners = new TreeMap<>();

    /** All that were referred to, by name. */
    Map<String, Map<String, Object>> named() {
        return named;
    }

    /** The schema of a type: written out when simple, a reference when it has fields. */
    Map<String, Object> of(Type type) {
        return of(Json.mapper().constructType(type));
    }

    private Map<String, Object> of(JavaType type) {
        Map<String, Object> simple = SIMPLE.get(type.getRawClass());
        if (simple != null) {
            return new TreeMap<>(simple);
        }
        if (type.isCollectionLikeType()) {
            return new TreeMap<>(Map.of("type", "array", "items", of(type.getContentType())));
        }
        if (type.isMapLikeType()) {
            Map<String, Object> map = new TreeMap<>(Map.of("type", "object"));
            if (!type.getContentType().isJavaLangObject()) {
                map.put("additionalProperties", of(type.getContentType()));
            }
            return map;
        }
        if (type.isEnumType()) {
            return new TreeMap<>(Map.of("type", "string",
                    "enum", Arrays.stream(type.getRawClass().getEnumConstants()).map(Object::toString).toList()));
        }
        return reference(type);
    }

    private Map<String, Object> reference(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (!raw.isRecord()) {
            throw new IllegalStateException(raw + " goes over the wire and is no record: say in ApiSchemas what it looks like");
        }
        Class<?> owner = owners.putIfAbsent(raw.getSimpleName(), raw);
        if (owner != null && owner != raw) {
            throw new IllegalStateException("Two shapes of one name, rename one: " + owner + ", " + raw);
        }
        if (owner == null) {
            named.put(raw.getSimpleName(), object(type));
        }
        return new TreeMap<>(Map.of("$ref", "#/components/schemas/" + raw.getSimpleName()));
    }

    private Map<String, Object> object(JavaType type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        var config = Json.mapper().getSerializationConfig();
        BeanDescription shape = config.introspect(type);
        for (BeanPropertyDefinition property : properties(shape)) {
            Map<String, Object> schema = of(property.getPrimaryType());
            bounds(type.getRawClass(), property.getInternalName(), schema);
            properties.put(property.getName(), schema);
        }
        Map<String, Object> object = new TreeMap<>(Map.of("type", "object", "properties", properties));
        List<String> required = properties(shape).stream()
                .filter(property -> isRequired(type.getRawClass(), property.getInternalName()))
                .map(BeanPropertyDefinition::getName).toList();
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    /** Components as they are declared; then what methods tell, by name, because a JVM lists those as it likes. */
    private static List<BeanPropertyDefinition> properties(BeanDescription shape) {
        List<BeanPropertyDefinition> all = shape.findProperties();
        Stream<BeanPropertyDefinition> told = all.stream().filter(property -> !property.hasField())
                .sorted(Comparator.comparing(BeanPropertyDefinition::getName));
        return Stream.concat(all.stream().filter(BeanPropertyDefinition::hasField), told).toList();
    }

    private static boolean isRequired(Class<?> type, String name) {
        Field field = field(type, name);
        return field != null && (field.isAnnotationPresent(NotNull.class) || field.isAnnotationPresent(NotBlank.class)
                || field.isAnnotationPresent(NotEmpty.class));
    }

    private static void bounds(Class<?> type, String name, Map<String, Object> schema) {
        Field field = field(type, name);
        Size size = field == null ? null : field.getAnnotation(Size.class);
        if (size != null && size.max() < Integer.MAX_VALUE) {
            schema.put("array".equals(schema.get("type")) ? "maxItems" : "maxLength", size.max());
        }
    }

    /** Null for what is told by a method alone. */
    private static Field field(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> field.getName().equals(name)).findFirst().orElse(null);
    }

    static Map<String, Object> string(String format) {
        return format == null ? Map.of("type", "string") : new TreeMap<>(Map.of("type", "string", "format", format));
    }

    private static Map<String, Object> integer(String format) {
        return new TreeMap<>(Map.of("type", "integer", "format", format));
    }
}
