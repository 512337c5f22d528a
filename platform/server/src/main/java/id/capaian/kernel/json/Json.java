package id.capaian.kernel.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The one JSON mapper. Unknown fields are refused: a misspelt field is an error, not silence. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();
    /** An answer kept by the release before may have fields this one has no more. */
    private static final ObjectReader STORED = MAPPER.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final ObjectWriter CANONICAL = MAPPER.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {
    }

    /** Shared and thread-safe; not to be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Compact text of a value; a value that cannot be written is a defect of ours. */
    public static String write(Object value) {
        return write(MAPPER.writer(), value);
    }

    /** The same with maps by the order of their keys, for what is compared: theirs differs from one process to the next. */
    public static String canonical(Object value) {
        return write(CANONICAL, value);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not writable as JSON: " + value.getClass().getName(), e);
        }
    }

    /** Reads what {@link #write} wrote, maybe another release's; fields this one does not know are left out. */
    public static <T> T read(String text, Class<T> type) {
        try {
            return STORED.forType(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored JSON does not fit " + type.getName(), e);
        }
    }
}
