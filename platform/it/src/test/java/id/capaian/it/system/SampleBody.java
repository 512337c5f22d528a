package id.capaian.it.system;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Something well-formed to send, made from the record the server reads. */
final class SampleBody {

    private static final Map<String, String> WORDS = Map.of("resultRating", "MEETS", "behaviourRating", "MEETS",
            "achievement", "GOOD", "decision", "UPHELD", "mark", "MEETS", "value", "SERVICE",
            "period", Groundwork.PERIOD);
    /** Before every plan, so that closing one is asked for and closes none. */
    private static final String LONG_AGO = "2020-01-01";

    private final Map<String, String> ids;

    /** @param ids ids and words by the name of the address parameter or field that carries them */
    SampleBody(Map<String, String> ids) {
        this.ids = ids;
    }

    /** JSON-able body for a record. */
    Map<String, Object> of(Class<?> type) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            body.put(component.getName(), value(component.getName(), component.getGenericType()));
        }
        return body;
    }

    /** Fields of any page's form at once; a page reads those it knows. */
    String form(long version) {
        return "version=" + version + "&unit=" + ids.get("unit") + "&periode=" + Groundwork.PERIOD
                + "&key=" + UUID.randomUUID() + "&text=Alasan+yang+jelas"
                + "&reason=Alasan+yang+jelas&note=Catatan&resultRating=MEETS&behaviourRating=MEETS&achievement=GOOD"
                + "&order=Surat+perintah+7&returnNote=Lengkapi+bukti&explanation=Alasan+penilai+ini"
                + "&lastDay=" + LONG_AGO + "&decisionReason=Alasan+atasan+ini&decision=UPHELD&accepted=true";
    }

    private Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class ? Map.of()
                    : List.of(value(name, generic.getActualTypeArguments()[0]));
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return of(raw);
        }
        return raw.isEnum() ? raw.getEnumConstants()[0].toString() : simple(name, raw);
    }

    private Object simple(String name, Class<?> raw) {
        if (raw == UUID.class) {
            String kind = name.replaceAll("(?i)^individual|id$", "").toLowerCase(Locale.ROOT);
            return ids.getOrDefault(kind, UUID.randomUUID().toString());
        }
        if (raw == String.class) {
            return name.equals("formAnswers") ? "{}"
                    : WORDS.getOrDefault(name, ids.getOrDefault(name, "Alasan yang jelas"));
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return true;
        }
        if (raw == LocalDate.class) {
            return LONG_AGO;
        }
        return raw == Instant.class ? "2026-11-20T01:00:00Z" : raw == BigDecimal.class ? BigDecimal.ONE : 1;
    }
}
