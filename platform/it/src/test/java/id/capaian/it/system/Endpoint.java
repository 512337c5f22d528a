package id.capaian.it.system;

import id.capaian.access.boundary.Rest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One method of the server that answers an address, as its annotations tell.
 *
 * @param verb     HTTP method
 * @param path     template of the address
 * @param roles    who may call it; empty when everybody may
 * @param consumes media type of the body it reads; JSON when it does not say
 * @param body     record the body is read into; null when it reads none
 */
record Endpoint(String verb, String path, Set<String> roles, String consumes, Class<?> body) {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)[^}]*}");

    /** All of the server's, found among its classes, so that a new one is among them by itself. */
    static List<Endpoint> all() throws IOException, URISyntaxException {
        java.nio.file.Path place = java.nio.file.Path.of(
                Rest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return in(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return in(jar.getPath("/"));
        }
    }

    private static List<Endpoint> in(java.nio.file.Path root) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.startsWith("id/capaian/") && name.endsWith(".class"))
                    .map(name -> type(name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .filter(type -> type != null && type.isAnnotationPresent(Path.class))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                            .flatMap(method -> of(type, method).stream()))
                    .sorted(Comparator.comparing(Endpoint::toString)).toList();
        }
    }

    /** Null for what extends a class only the runtime has: no resource does. */
    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Endpoint.class.getClassLoader());
        } catch (NoClassDefFoundError runtimes) {
            return null;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Endpoint> of(Class<?> type, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null).map(HttpMethod::value).findFirst()
                .map(verb -> new Endpoint(verb, joined(type, method), roles(method), consumes(type, method),
                        body(method)));
    }

    private static String joined(Class<?> type, Method method) {
        Path own = method.getAnnotation(Path.class);
        String whole = "/" + type.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        String tidy = whole.replaceAll("/+", "/");
        return tidy.length() > 1 && tidy.endsWith("/") ? tidy.substring(0, tidy.length() - 1) : tidy;
    }

    /** A method that says nothing is refused by the server; here it counts as one nobody has a role for. */
    private static Set<String> roles(Method method) {
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            return Set.of(allowed.value());
        }
        return method.isAnnotationPresent(PermitAll.class) ? Set.of() : Set.of("nobody");
    }

    private static String consumes(Class<?> type, Method method) {
        Consumes read = Optional.ofNullable(method.getAnnotation(Consumes.class))
                .orElse(type.getAnnotation(Consumes.class));
        return read == null || read.value()[0].equals("*/*") ? "application/json" : read.value()[0];
    }

    private static Class<?> body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType().isRecord() && Arrays.stream(parameter.getAnnotations())
                        .map(Annotation::annotationType).noneMatch(type -> type.getName().startsWith("jakarta.ws.rs")))
                .map(parameter -> (Class<?>) parameter.getType()).findFirst().orElse(null);
    }

    /** Method and template of the address. */
    String call() {
        return verb + " " + path;
    }

    boolean isOpen() {
        return roles.isEmpty();
    }

    boolean isOfTenant() {
        return path.contains("{tenant}");
    }

    /** Names of what is put into the address. */
    List<String> parameters() {
        return PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** The address, each parameter replaced. */
    String address(UnaryOperator<String> value) {
        return PARAMETER.matcher(path).replaceAll(found -> value.apply(found.group(1)));
    }

    @Override
    public String toString() {
        return call() + (isOpen() ? "" : " " + roles.stream().sorted().collect(Collectors.joining(",")));
    }
}
