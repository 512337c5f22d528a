package id.capaian.kernel.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file as an answer: always saved and never shown in place (Content-Disposition by RFC 6266), kept by no cache. */
public final class Attachment {

    private Attachment() {
    }

    /**
     * The answer; the content is closed once it is sent.
     *
     * @param fileName as the reader's own folder is to name it
     */
    public static Response of(String fileName, String mediaType, InputStream content) {
        StreamingOutput body = out -> {
            try (content) {
                content.transferTo(out);
            }
        };
        return Response.ok(body, mediaType).header(HttpHeaders.CONTENT_DISPOSITION, named(fileName))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static String named(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
