package id.capaian.extension;

import id.capaian.extension.control.EnablePack;
import id.capaian.extension.control.OfferedPack;
import id.capaian.extension.control.ShowPacks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The short way to a first pack: as the platform offers it, with its own parameters. */
@ApplicationScoped
public class PackEnabling {

    private final ShowPacks showPacks;
    private final EnablePack enablePack;

    PackEnabling() {
        this(null, null);
    }

    @Inject
    PackEnabling(ShowPacks showPacks, EnablePack enablePack) {
        this.showPacks = showPacks;
        this.enablePack = enablePack;
    }

    /**
     * A version the tenant may enable.
     *
     * @param names its title by language
     */
    public record Offer(String packId, String version, Map<String, String> names) {

        /** Its title in that language, else its id. */
        public String name(String language) {
            return names.getOrDefault(language, packId);
        }
    }

    /** What may be enabled, newest first of each pack. */
    public List<Offer> offers() {
        return showPacks.show().offered().stream().sorted(Comparator.comparing(OfferedPack::packId)
                .thenComparing(OfferedPack::stagedAt, Comparator.reverseOrder()))
                .map(pack -> new Offer(pack.packId(), pack.version(), pack.names())).toList();
    }

    /**
     * Enables a version for the whole government with the pack's own parameters. Repeating it changes nothing.
     *
     * @param locale language of messages
     * @throws id.capaian.kernel.problem.ProblemException PACK_NOT_OFFERED, PACK_NOT_READY
     */
    public void enable(String packId, String version, LocalDate from, Locale locale) {
        enablePack.enable(new EnablePack.Wish(packId, version, "{}", from, null), null, locale);
    }
}
