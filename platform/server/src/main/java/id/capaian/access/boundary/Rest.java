package id.capaian.access.boundary;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything the server answers, but health, metrics and OpenAPI, which the container serves beside it. */
@ApplicationPath("/")
public class Rest extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                // Resources are CDI beans: the container's interceptor checks their arguments, once is enough.
                "jersey.config.beanValidation.disable.server", true,
                // Answers without a body stay so, instead of becoming the container's error page.
                "jersey.config.server.response.setStatusOverSendError", true,
                // Behind a proxy the server does not know its own name: addresses stay relative.
                "jersey.config.server.headers.location.relative.resolution.disabled", true);
    }
}
