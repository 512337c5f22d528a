package id.capaian.kernel.page;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Serves the static files. */
@Path("/assets/{hash}/{name}")
@ApplicationScoped
public class AssetsResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String NOT_KEPT = "no-cache";

    private final Assets assets;

    AssetsResource() {
        this(null);
    }

    @Inject
    AssetsResource(Assets assets) {
        this.assets = assets;
    }

    /** A file. Under another hash (a page of another release) the present one is given, but not to be kept. */
    @GET
    @PermitAll
    public Response file(@PathParam("hash") String hash, @PathParam("name") String name) {
        return assets.find(name)
                .map(asset -> Response.ok(asset.bytes(), asset.type())
                        .header(HttpHeaders.CACHE_CONTROL, asset.hash().equals(hash) ? FOR_EVER : NOT_KEPT).build())
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }
}
