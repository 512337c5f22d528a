package id.capaian.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** HTTP/1.1 with kept connections; the client of the JDK that costs this machine least. */
public final class Http {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int FIRST_ERROR = 400;
    private static final int TOO_MANY = 429;
    private static final int TOO_BUSY = 503;

    private final String server;
    private final int patienceMillis;

    /** A request nothing was done about; it may be sent again. */
    public static final class TurnedAway extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** One that waits half a minute for an answer. */
    public Http(String server) {
        this(server, PATIENCE_MILLIS);
    }

    /**
     * One that waits as long as it is told.
     *
     * @param server address without a slash at the end
     */
    public Http(String server, int patienceMillis) {
        this.server = server;
        this.patienceMillis = patienceMillis;
    }

    /** An answer. */
    public record Answer(int status, String etag, byte[] body) {

        /**
         * Refuses everything but 200.
         *
         * @throws TurnedAway when the server was too busy
         */
        public Answer ok(String what) throws TurnedAway {
            if (status == TOO_MANY || status == TOO_BUSY) {
                throw new TurnedAway();
            }
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException(
                        what + " was answered " + status + ": " + new String(body, StandardCharsets.UTF_8));
            }
            return this;
        }
    }

    /**
     * Sends a request and reads the whole answer.
     *
     * @param body JSON, or null for a request without one
     */
    public Answer send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        return send(method, path, headers, "application/json", body);
    }

    /**
     * The same with a body of another kind.
     *
     * @param type of the body
     */
    public Answer send(String method, String path, Map<String, String> headers, String type, byte[] body)
            throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(server + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(patienceMillis);
        connection.setRequestProperty("Accept", "application/json");
        headers.forEach(connection::setRequestProperty);
        if (body != null) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            connection.setRequestProperty("Content-Type", type);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < FIRST_ERROR ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, connection.getHeaderField("ETag"),
                    in == null ? new byte[0] : plain(in, connection.getContentEncoding()).readAllBytes());
        }
    }

    private static InputStream plain(InputStream in, String encoding) throws IOException {
        return "gzip".equals(encoding) ? new GZIPInputStream(in) : in;
    }
}
