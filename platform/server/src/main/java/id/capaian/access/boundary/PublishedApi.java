package id.capaian.access.boundary;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Takes a field out of the description that Payara adds beside OpenAPI's own ({@code endpoints}); programs that read the
 * description strictly refuse it.
 */
public class PublishedApi implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        try {
            api.getClass().getMethod("setEndpoints", Map.class).invoke(api, Map.of());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Payara's model of OpenAPI has changed: is this filter still needed?", e);
        }
    }
}
