package id.capaian.region.tubei;

import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.DocumentOffer;
import id.capaian.plugin.api.DocumentPurpose;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.PackResources;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.RegionPack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/** What PF4J finds: descriptor and the one formula. */
@Extension
public final class TubeiPack implements RegionPack {

    private final PackDescriptor descriptor;
    private final Formula threeSixty;

    /** Reads the pack's own files once. */
    public TubeiPack() {
        PackResources resources = PackResources.of(TubeiPack.class);
        Map<String, String> build = resources.texts("pack.properties");
        this.descriptor = new PackDescriptor(
                build.get("id"),
                build.get("version"),
                new LocalizedText("Tubei, Kabupaten Lebong", "Tubei, Lebong Regency"),
                new LocalizedText(
                        "Penilaian oleh atasan, rekan kerja dan masyarakat, serta pengembangan kompetensi.",
                        "Rating by superior, peers and community, with development of competence."),
                TubeiIndicators.all(),
                TubeiIndicators.sets(),
                forms(resources),
                List.of(ThreeSixty.DESCRIPTOR),
                resources.text("parameters.schema.json"),
                new Parameters(Map.of(
                        "data-quality.minimum", "0.85",
                        "target.TUB.OFF", "80",
                        "peers.minimum", "3",
                        "training.below", "90")),
                Map.of("id", resources.texts("texts.id.properties"), "en", resources.texts("texts.en.properties")),
                documents(resources));
        this.threeSixty = new ThreeSixty(descriptor);
    }

    @Override
    public PackDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Formula formula(String id) {
        if (ThreeSixty.DESCRIPTOR.id().equals(id)) {
            return threeSixty;
        }
        throw new IllegalArgumentException(descriptor.id() + " has no formula " + id);
    }

    private static List<Document> documents(PackResources resources) {
        return List.of(
                resources.document("tubei.recognition@1",
                        new LocalizedText("Penghargaan hasil kerja", "Recognition of achievement"),
                        DocumentPurpose.RECOGNITION,
                        new DocumentOffer(Set.of(), Set.of(Mark.ABOVE), Set.of(Mark.ABOVE, Mark.MEETS))),
                resources.document("tubei.advice@1",
                        new LocalizedText("Anjuran pelatihan", "Training recommendation"),
                        DocumentPurpose.DEVELOPMENT, DocumentOffer.whenRaised(Flag.Code.TRAINING_SUGGESTED)));
    }

    private static List<Form> forms(PackResources resources) {
        return List.of(
                resources.form("tubei.plan@1",
                        new LocalizedText("Tujuan pribadi", "Personal goal"), FormPurpose.PLAN),
                resources.form("tubei.progress@1",
                        new LocalizedText("Catatan layanan harian", "Daily service record"), FormPurpose.PROGRESS),
                resources.form("tubei.peer@1",
                        new LocalizedText("Umpan balik rekan kerja", "Peer feedback"), FormPurpose.PEER),
                resources.form("tubei.training@1", new LocalizedText(
                        "Kebutuhan dan pendaftaran pelatihan", "Training need and enrolment"),
                        FormPurpose.DEVELOPMENT),
                resources.form("tubei.award@1",
                        new LocalizedText("Usul penghargaan", "Award nomination"), FormPurpose.DEVELOPMENT));
    }
}
