package id.capaian.access.boundary;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Everything the server answers, but health, metrics and OpenAPI, which the container serves beside it. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info = @Info(title = "Capaian", version = "1", description = "Performance management of regional civil servants. "
                + "Problems are application/problem+json; their types are listed at /problems.",
                license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "keycloak"))
@SecurityScheme(securitySchemeName = "keycloak", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT",
        description = "Access token of the realm for audience capaian-api, asked for with scope organization:<tenant>")
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
