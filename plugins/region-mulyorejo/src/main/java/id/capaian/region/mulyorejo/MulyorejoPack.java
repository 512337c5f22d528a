package id.capaian.region.mulyorejo;

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

/** What PF4J finds: descriptor, the formula about people and the one about raters. */
@Extension
public final class MulyorejoPack implements RegionPack {

    private final PackDescriptor descriptor;
    private final Formula people;
    private final Formula raters = new ObjectivityIndex();

    /** Reads the pack's own files once. */
    public MulyorejoPack() {
        PackResources resources = PackResources.of(MulyorejoPack.class);
        Map<String, String> build = resources.texts("pack.properties");
        this.descriptor = new PackDescriptor(
                build.get("id"),
                build.get("version"),
                new LocalizedText("Kecamatan Mulyorejo, Kota Surabaya", "Mulyorejo District, City of Surabaya"),
                new LocalizedText(
                        "Objektif: hasil terhadap target, perilaku yang terukur, dan objektivitas penilai.",
                        "Objective: results against targets, measured behaviour, and how objective raters are."),
                MulyorejoIndicators.all(),
                MulyorejoIndicators.sets(),
                forms(resources),
                List.of(ResultsAndBehaviour.DESCRIPTOR, ObjectivityIndex.DESCRIPTOR),
                resources.text("parameters.schema.json"),
                new Parameters(Map.of(
                        "data-quality.minimum", "0.85",
                        ResultsAndBehaviour.FEWEST_PEERS, "3",
                        ResultsAndBehaviour.TRAINING_BELOW, "90",
                        ObjectivityIndex.FEWEST_PEOPLE, "5",
                        ObjectivityIndex.CALIBRATION_BELOW, "0.7")),
                Map.of("id", resources.texts("texts.id.properties"), "en", resources.texts("texts.en.properties")));
        this.people = new ResultsAndBehaviour(descriptor);
    }

    @Override
    public PackDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Formula formula(String id) {
        if (ResultsAndBehaviour.DESCRIPTOR.id().equals(id)) {
            return people;
        }
        if (ObjectivityIndex.DESCRIPTOR.id().equals(id)) {
            return raters;
        }
        throw new IllegalArgumentException(descriptor.id() + " has no formula " + id);
    }

    private static List<Form> forms(PackResources resources) {
        return List.of(
                resources.form("mulyorejo.plan@1", new LocalizedText(
                        "Sumbangan pada tujuan organisasi", "Contribution to the organisation's goals"),
                        FormPurpose.PLAN),
                resources.form("mulyorejo.progress@1",
                        new LocalizedText("Daftar periksa bukti", "Evidence checklist"), FormPurpose.PROGRESS),
                resources.form("mulyorejo.peer@1",
                        new LocalizedText("Kerja sama menurut rekan", "Team work as peers see it"), FormPurpose.PEER),
                resources.form("mulyorejo.coaching@1",
                        new LocalizedText("Rencana pembinaan", "Coaching plan"), FormPurpose.DEVELOPMENT),
                resources.form("mulyorejo.award@1",
                        new LocalizedText("Usul penghargaan", "Award proposal"), FormPurpose.DEVELOPMENT));
    }
}
