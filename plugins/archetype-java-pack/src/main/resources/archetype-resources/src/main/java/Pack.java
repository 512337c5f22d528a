package ${package};

import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.PackResources;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.RegionPack;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/** What PF4J finds: descriptor and the one formula. */
@Extension
public final class Pack implements RegionPack {

    private final PackDescriptor descriptor;
    private final Formula service;

    /** Reads the pack's own files once. */
    public Pack() {
        PackResources resources = PackResources.of(Pack.class);
        Map<String, String> build = resources.texts("pack.properties");
        this.descriptor = new PackDescriptor(
                build.get("id"),
                build.get("version"),
                new LocalizedText("${title}", "${title}"),
                new LocalizedText("Layanan tepat waktu dan kepuasan masyarakat.",
                        "Service in time and satisfaction of citizens."),
                Indicators.all(),
                Indicators.sets(),
                forms(resources),
                List.of(ServiceFormula.DESCRIPTOR),
                resources.text("parameters.schema.json"),
                new Parameters(Map.of("data-quality.minimum", "0.85", "training.below", "90")),
                Map.of("id", resources.texts("texts.id.properties"), "en", resources.texts("texts.en.properties")));
        this.service = new ServiceFormula(descriptor);
    }

    @Override
    public PackDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Formula formula(String id) {
        if (ServiceFormula.DESCRIPTOR.id().equals(id)) {
            return service;
        }
        throw new IllegalArgumentException(descriptor.id() + " has no formula " + id);
    }

    private static List<Form> forms(PackResources resources) {
        return List.of(
                resources.form("${region}.plan@1",
                        new LocalizedText("Janji layanan", "Service commitment"), FormPurpose.PLAN),
                resources.form("${region}.progress@1",
                        new LocalizedText("Catatan layanan harian", "Daily service record"), FormPurpose.PROGRESS));
    }
}
