package id.capaian.extension.host;

import id.capaian.extension.fuel.Fuel;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * What a pack may see of the world outside its jar: the plugin API, the Java platform's own packages, and the hooks its
 * rewritten classes call.
 */
final class ApiOnlyParent extends ClassLoader {

    private static final List<String> FROM_HOST = List.of("id.capaian.plugin.api.", "org.pf4j.", "org.jspecify.");

    private final ClassLoader host;

    ApiOnlyParent(ClassLoader host) {
        super(ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    static boolean isFromHost(String className) {
        return className.equals(Fuel.class.getName()) || FROM_HOST.stream().anyMatch(className::startsWith);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isFromHost(name)) {
            return host.loadClass(name);
        }
        if (name.startsWith("java.")) {
            return super.loadClass(name, resolve);
        }
        throw new ClassNotFoundException(name + " is not for packs");
    }

    @Override
    public URL getResource(String name) {
        return null;
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        return Collections.emptyEnumeration();
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        return null;
    }
}
