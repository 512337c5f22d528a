package id.capaian.load.packs;

import id.capaian.admin.Admin;
import id.capaian.admin.pack.KeyFiles;
import id.capaian.admin.pack.Packs;
import id.capaian.load.Generator;
import id.capaian.load.LoadSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts versions of a data pack into the registry by the admin's own code, signed with a key of this run. */
final class StagedVersions {

    private final Path folder;
    private final Path keys;
    private final Admin admin;

    StagedVersions(LoadSystem system) {
        this.folder = system.state().resolve("packs");
        this.keys = folder.resolve("keys");
        this.admin = Generator.admin(system.database());
        if (!Files.exists(keys)) {
            KeyFiles.create(keys);
        }
        admin.trustedKeys().trust(KeyFiles.verifying(keys.resolve(KeyFiles.PUBLIC)));
    }

    /** Stages versions that differ in nothing but their number. */
    void stage(RegionJar region, List<String> versions) throws IOException {
        for (String version : versions) {
            Path jar = folder.resolve(region.jar().id() + "-" + version + ".jar");
            Files.write(jar, PackBytes.withVersion(region.bytes(), version));
            Packs.sign(jar, keys);
            admin.packs().stage(jar);
        }
    }
}
