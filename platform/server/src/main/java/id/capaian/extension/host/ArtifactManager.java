package id.capaian.extension.host;

import java.nio.file.Path;
import java.util.Map;
import org.pf4j.JarPluginLoader;
import org.pf4j.JarPluginManager;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginStatusProvider;

/**
 * PF4J for one version of one pack. One manager each, because a shared one reads all jars again at every change, keeps
 * what fails to stop, and cannot hold two versions of an id.
 */
final class ArtifactManager extends JarPluginManager {

    private final Map<String, byte[]> classes;

    /** @param classes of the pack, rewritten, by the name of their file in the jar */
    ArtifactManager(Path directory, String apiVersion, Map<String, byte[]> classes) {
        super(directory);
        this.classes = classes;
        // Without it Plugin-Requires is ignored.
        setSystemVersion(apiVersion);
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new ManifestPluginDescriptorFinder();
    }

    // Called from the super constructor: no field is set yet.
    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new AllEnabled();
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new JarPluginLoader(this) {
            @Override
            protected PluginClassLoader createPluginClassLoader(Path path, PluginDescriptor descriptor) {
                ClassLoader host = ArtifactManager.class.getClassLoader();
                return new PackClassLoader(pluginManager, descriptor, new ApiOnlyParent(host), classes);
            }
        };
    }

    /** What is on is decided by the registry, not by a file beside the jar. */
    private static final class AllEnabled implements PluginStatusProvider {

        @Override
        public boolean isPluginDisabled(String pluginId) {
            return false;
        }

        @Override
        public void disablePlugin(String pluginId) {
            // PF4J says so when a pack's range does not fit; the wrapper's state tells us.
        }

        @Override
        public void enablePlugin(String pluginId) {
            // Every loaded pack is enabled.
        }
    }
}
