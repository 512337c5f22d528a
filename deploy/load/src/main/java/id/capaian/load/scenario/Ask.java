package id.capaian.load.scenario;

import java.util.Map;

/**
 * A request, ready to be sent.
 *
 * @param path with its query
 * @param body null for none
 */
record Ask(String method, String path, Map<String, String> headers, byte[] body) {

    /** One that reads. */
    static Ask get(String path, Map<String, String> headers) {
        return new Ask("GET", path, headers, null);
    }
}
