package id.capaian.evaluation.control;

import id.capaian.kernel.json.Json;
import id.capaian.plugin.api.Parameters;
import java.util.Map;
import java.util.TreeMap;

/** Parameters as bindings and runs keep them: a flat JSON object. */
final class ParametersJson {

    private ParametersJson() {
    }

    /** Reads them; numbers become their plain text, as a pack expects. */
    static Parameters read(String json) {
        Map<String, String> values = new TreeMap<>();
        Map<?, ?> read = Json.read(json, Map.class);
        read.forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
        return new Parameters(values);
    }
}
