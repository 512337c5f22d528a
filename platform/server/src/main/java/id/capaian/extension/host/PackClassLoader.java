package id.capaian.extension.host;

import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/** Loads the classes of one pack; those of the API always come from the host, so that both sides mean the same type. */
final class PackClassLoader extends PluginClassLoader {

    PackClassLoader(PluginManager manager, PluginDescriptor descriptor, ClassLoader parent) {
        super(manager, descriptor, parent);
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
        return super.shouldDelegateToParent(className) || ApiOnlyParent.isFromHost(className);
    }
}
