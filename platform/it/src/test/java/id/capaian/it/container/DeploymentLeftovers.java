package id.capaian.it.container;

import id.capaian.local.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;

/**
 * The connector copies each WAR it deploys into a new folder of the system's temporary one and leaves it there. The
 * servers' command lines say which folders are ours.
 */
public final class DeploymentLeftovers {

    private static final Pattern FOLDER = Pattern.compile("(/\\S*/arquillian-payara-micro\\d+)/deployments/");
    private static final Set<Path> FOLDERS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(DeploymentLeftovers::delete, "delete-deployments"));
    }

    /** Notes the folder of a server that has just been started. */
    public void note(@Observes AfterDeploy deployed) {
        ProcessHandle.current().children().forEach(child -> {
            Matcher folder = FOLDER.matcher(commandLine(child));
            while (folder.find()) {
                FOLDERS.add(Path.of(folder.group(1)));
            }
        });
    }

    private static String commandLine(ProcessHandle process) {
        try {
            byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(words, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException noLinux) {
            return process.info().commandLine().orElse("");
        }
    }

    private static void delete() {
        for (Path folder : FOLDERS) {
            try {
                Trees.delete(folder);
            } catch (IOException e) {
                System.err.println(folder + " could not be deleted: " + e.getMessage());
            }
        }
    }
}
