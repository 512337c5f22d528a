package id.capaian.load.scenario;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * A request that reads.
 *
 * @param has what the right answer holds: something of the person's own, where there is any
 */
record Read(HttpRequest request, String has) implements Shot {

    @Override
    public String wrong(HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        return body.contains(has) ? null : request.uri() + " does not hold " + has + ": " + body;
    }
}
