package id.capaian.openapi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** One method of a resource, as an operation of OpenAPI. */
final class ApiOperation {

    static final String VERSION = "If-Match";
    static final String KEY = "Idempotency-Key";
    private static final String JSON = "application/json";

    private final Class<?> resource;
    private final Method method;
    private final ApiSchemas schemas;

    ApiOperation(Class<?> resource, Method method, ApiSchemas schemas) {
        this.resource = resource;
        this.method = method;
        this.schemas = schemas;
    }

    /** All of a resource. */
    static Stream<ApiOperation> of(Class<?> resource, ApiSchemas schemas) {
        return Arrays.stream(resource.getDeclaredMethods()).map(method -> new ApiOperation(resource, method, schemas))
                .filter(operation -> operation.verb() != null);
    }

    /** Lower case; null when the method answers no address. */
    String verb() {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null).map(verb -> verb.value().toLowerCase(Locale.ROOT)).findFirst().orElse(null);
    }

    String path() {
        Path own = method.getAnnotation(Path.class);
        String whole = resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
        return whole.replaceAll("/+", "/");
    }

    /** The first word after the area: what the operation is about. */
    String tag() {
        return path().split("/")[3];
    }

    String id() {
        return resource.getSimpleName().replaceFirst("Resource$", "") + "_" + method.getName();
    }

    Map<String, Object> toModel() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("tags", List.of(tag()));
        model.put("summary", summary());
        model.put("description", "Roles: " + roles() + ".");
        model.put("operationId", id());
        List<Map<String, Object>> parameters = parameters();
        if (!parameters.isEmpty()) {
            model.put("parameters", parameters);
        }
        bodyParameter().ifPresent(body -> model.put("requestBody", requestBody(body)));
        model.put("responses", responses());
        return model;
    }

    private String summary() {
        Operation said = method.getAnnotation(Operation.class);
        if (said == null || said.summary().isBlank()) {
            throw new IllegalStateException(method + " needs @Operation(summary = …)");
        }
        return said.summary();
    }

    private String roles() {
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        return allowed == null ? "everybody" : Arrays.stream(allowed.value()).sorted().collect(Collectors.joining(", "));
    }

    private List<Map<String, Object>> parameters() {
        List<Map<String, Object>> found = new ArrayList<>();
        if (path().contains("{tenant}")) {
            found.add(Map.of("$ref", "#/components/parameters/tenant"));
        }
        for (Parameter parameter : method.getParameters()) {
            parameter(parameter, found);
        }
        headers().stream().filter(name -> name.equals(VERSION) || name.equals(KEY))
                .forEach(name -> found.add(Map.of("$ref", "#/components/parameters/" + name)));
        return found;
    }

    private void parameter(Parameter parameter, List<Map<String, Object>> found) {
        PathParam path = parameter.getAnnotation(PathParam.class);
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        if (path != null) {
            found.add(described(path.value(), "path", true, parameter));
        } else if (query != null) {
            found.add(described(query.value(), "query", false, parameter));
        } else if (header != null && !header.value().equals(VERSION) && !header.value().equals(KEY)) {
            found.add(described(header.value(), "header", false, parameter));
        }
    }

    private Map<String, Object> described(String name, String place, boolean required, Parameter parameter) {
        Map<String, Object> schema = schemas.of(parameter.getType());
        DefaultValue otherwise = parameter.getAnnotation(DefaultValue.class);
        if (otherwise != null) {
            schema.put("default", "boolean".equals(schema.get("type")) ? (Object) Boolean.valueOf(otherwise.value())
                    : otherwise.value());
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", name);
        described.put("in", place);
        if (required) {
            described.put("required", true);
        }
        described.put("schema", schema);
        return described;
    }

    /** Headers the method reads itself, and those it says to read where it takes all of them. */
    private Set<String> headers() {
        Stream<String> own = Arrays.stream(method.getParameters()).map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .filter(header -> header != null).map(HeaderParam::value);
        Stream<String> said = Arrays.stream(method.getAnnotationsByType(
                org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class)).map(parameter -> parameter.name());
        return Stream.concat(own, said).collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Parameter> bodyParameter() {
        return Arrays.stream(method.getParameters()).filter(parameter -> Arrays.stream(parameter.getAnnotations())
                .map(Annotation::annotationType)
                .noneMatch(type -> type == Context.class || type.getName().matches("jakarta\\.ws\\.rs\\.\\w+Param")))
                .findFirst();
    }

    private Map<String, Object> requestBody(Parameter body) {
        boolean file = InputStream.class.isAssignableFrom(body.getType());
        Map<String, Object> schema = file ? ApiSchemas.string("binary") : schemas.of(body.getParameterizedType());
        Map<String, Object> content = new LinkedHashMap<>();
        for (String type : file ? consumes() : List.of(JSON)) {
            content.put(type, Map.of("schema", schema));
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("content", content);
        if (Arrays.stream(body.getAnnotations()).anyMatch(annotation -> annotation.annotationType().getSimpleName()
                .equals("NotNull")) || file) {
            model.put("required", true);
        }
        return model;
    }

    private List<String> consumes() {
        Consumes own = method.getAnnotation(Consumes.class);
        return List.of((own == null ? resource.getAnnotation(Consumes.class) : own).value());
    }

    private Map<String, Object> responses() {
        Map<String, Object> responses = new TreeMap<>(success());
        problems().forEach(status -> responses.put(Integer.toString(status),
                Map.of("$ref", "#/components/responses/problem-" + status)));
        return responses;
    }

    private Map<String, Object> success() {
        APIResponseSchema said = method.getAnnotation(APIResponseSchema.class);
        if (said == null && (method.getReturnType() == Response.class || method.getReturnType() == void.class)) {
            if (verb().equals("delete")) {
                return Map.of("204", Map.of("description", "Done"));
            }
            throw new IllegalStateException(method + " needs @APIResponseSchema, or a type it returns");
        }
        String status = said == null || said.responseCode().isEmpty() ? "200" : said.responseCode();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("description", switch (status) {
            case "201" -> "Made";
            case "202" -> "Begun; Location says where to follow it";
            default -> "Done";
        });
        if (headers().contains(VERSION)) {
            model.put("headers", Map.of("ETag", Map.of("$ref", "#/components/headers/version")));
        }
        Map<String, Object> schema = schemas.of(said == null ? method.getGenericReturnType() : said.value());
        model.put("content", Map.of(produces(), Map.of("schema", schema)));
        return Map.of(status, model);
    }

    private String produces() {
        Produces own = method.getAnnotation(Produces.class);
        return (own == null ? resource.getAnnotation(Produces.class) : own).value()[0];
    }

    /** Statuses of the problems that can happen. */
    private Set<Integer> problems() {
        Set<Integer> statuses = new TreeSet<>(Set.of(401, 403, 404, 429, 500, 503));
        if (!verb().equals("get")) {
            statuses.addAll(Set.of(400, 409, 422));
        }
        if (bodyParameter().isPresent()) {
            statuses.addAll(Set.of(408, 413, 415));
        }
        if (headers().contains(VERSION)) {
            statuses.addAll(Set.of(412, 428));
        }
        return statuses;
    }
}
