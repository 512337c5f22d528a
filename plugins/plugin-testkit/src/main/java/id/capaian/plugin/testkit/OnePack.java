package id.capaian.plugin.testkit;

import id.capaian.plugin.api.ApiVersion;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.DataPackReader;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.nio.file.Path;
import java.util.List;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.JarPluginLoader;
import org.pf4j.JarPluginManager;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginState;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;

/** A built pack, loaded by PF4J as the server loads it: on its own, seeing the plugin API and the JDK only. */
final class OnePack implements AutoCloseable {

    private final PackJar jar;
    private final Manager manager;

    /**
     * Loads a pack.
     *
     * @throws PackInvalid when PF4J does not start it
     */
    OnePack(Path file) throws PackInvalid {
        this.jar = PackJar.read(file);
        this.manager = new Manager(file.toAbsolutePath().getParent());
        manager.loadPlugin(file.toAbsolutePath());
        PluginWrapper wrapper = manager.getPlugin(jar.id());
        if (wrapper.getPluginState() == PluginState.DISABLED || manager.startPlugin(jar.id()) != PluginState.STARTED) {
            manager.unloadPlugin(jar.id());
            throw new PackInvalid("META-INF/MANIFEST.MF", "PF4J does not start the pack with API " + ApiVersion.CURRENT,
                    "check Plugin-Requires: " + jar.requires());
        }
    }

    /** What the jar offers: its class, or what the engine makes of its files. */
    RegionPack pack() throws PackInvalid {
        if (jar.kind() == PackJar.Kind.DATA) {
            return DataPackReader.read(jar.files());
        }
        List<RegionPack> found = manager.getExtensions(RegionPack.class, jar.id());
        if (found.size() != 1) {
            throw new PackInvalid("META-INF/extensions.idx", "names " + found.size() + " packs", "write exactly one");
        }
        return found.get(0);
    }

    PackJar jar() {
        return jar;
    }

    ClassLoader loader() {
        return manager.getPluginClassLoader(jar.id());
    }

    @Override
    public void close() {
        manager.unloadPlugin(jar.id());
    }

    private static final class Manager extends JarPluginManager {

        Manager(Path directory) {
            super(directory);
            setSystemVersion(ApiVersion.CURRENT);
        }

        @Override
        protected PluginDescriptorFinder createPluginDescriptorFinder() {
            return new ManifestPluginDescriptorFinder();
        }

        @Override
        protected PluginStatusProvider createPluginStatusProvider() {
            return new AllEnabled();
        }

        @Override
        protected PluginLoader createPluginLoader() {
            return new JarPluginLoader(this) {
                @Override
                protected PluginClassLoader createPluginClassLoader(Path path, PluginDescriptor descriptor) {
                    return new PluginClassLoader(pluginManager, descriptor, new ApiOnly(), ClassLoadingStrategy.APD);
                }
            };
        }
    }

    /** No file beside the jar says what is on. */
    private static final class AllEnabled implements PluginStatusProvider {

        @Override
        public boolean isPluginDisabled(String pluginId) {
            return false;
        }

        @Override
        public void disablePlugin(String pluginId) {
            // the wrapper's state tells
        }

        @Override
        public void enablePlugin(String pluginId) {
            // every loaded pack is enabled
        }
    }

    /** What a pack may see outside its jar. */
    private static final class ApiOnly extends ClassLoader {

        private static final List<String> FROM_HERE = List.of("id.capaian.plugin.api.", "org.pf4j.", "org.jspecify.");

        ApiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (FROM_HERE.stream().anyMatch(name::startsWith)) {
                return OnePack.class.getClassLoader().loadClass(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
