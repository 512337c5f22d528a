package id.capaian.load.empty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;

/** Answers 4 KB and does nothing else. */
@Path("/kosong")
@ApplicationScoped
public class EmptyResource {

    private static final byte[] ANSWER = ("\"" + "0".repeat(4_094) + "\"").getBytes(StandardCharsets.US_ASCII);

    /** The same bytes each time. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] answer() {
        return ANSWER.clone();
    }
}
