package id.capaian.extension.host;

import java.util.Map;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/**
 * Makes the classes of one pack from the bytes that were checked and rewritten, never from the disk. Those of the API
 * always come from the host, so that both sides mean the same type.
 */
final class PackClassLoader extends PluginClassLoader {

    private final Map<String, byte[]> classes;

    /** @param classes rewritten, by the name of their file in the jar */
    PackClassLoader(PluginManager manager, PluginDescriptor descriptor, ClassLoader parent,
            Map<String, byte[]> classes) {
        super(manager, descriptor, parent);
        this.classes = classes;
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
        return super.shouldDelegateToParent(className) || ApiOnlyParent.isFromHost(className);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name + " is not in the pack");
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
