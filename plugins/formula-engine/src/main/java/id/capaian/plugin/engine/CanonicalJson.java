package id.capaian.plugin.engine;

import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;

/** Writes sorted maps as JSON without spaces and decimals without exponents. */
final class CanonicalJson {

    private static final ObjectWriter WRITER = Json.MAPPER.writer().with(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);

    private CanonicalJson() {
    }

    static String write(Map<String, Object> json) {
        return WRITER.writeValueAsString(json);
    }
}
