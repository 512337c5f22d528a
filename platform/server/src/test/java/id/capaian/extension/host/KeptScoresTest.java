package id.capaian.extension.host;

import static id.capaian.extension.host.HostBench.NEW_YEAR;
import static id.capaian.extension.host.HostBench.TUBEI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.plugin.engine.CanonicalOutcome;
import id.capaian.plugin.engine.GoldenRunner;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A score is computed again years later, whatever became of its pack: from the stored input, byte by byte. */
class KeptScoresTest {

    private final HostBench bench = new HostBench();
    private final PackWorkshop workshop = bench.workshop;
    private final Catalogue catalogue = bench.catalogue(TUBEI);

    @AfterEach
    void end() {
        bench.close();
    }

    /** What is stored with a suggestion, as far as computing it again needs it. */
    private record Stored(PackKey pack, String sha256, String formulaId, String input, String outcome) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"region-tangerang-selatan", "region-tubei", "region-pariaman", "region-mulyorejo",
        "region-samarinda"})
    void everyOutcomeIsByteEqualAfterTwoUpgradesOfItsPack(String packId) throws PackInvalid {
        List<Stored> stored = scoreExamples(serve(workshop.region(packId, "1.0.0")));
        assertFalse(stored.isEmpty());
        serve(workshop.region(packId, "1.1.0"));
        serve(workshop.region(packId, "1.2.0"));
        stored.forEach(this::assertRecomputes);
    }

    @Test
    void itIsTheOldFormulaThatComputesTheOldScore() {
        PackWorkshop.Made first = serve(workshop.javaPack("1.0.0", "80"));
        String input = CanonicalInput.write(HostBench.input(false));
        Stored stored = evaluate(first, TrialPack.FORMULA, input);
        serve(workshop.javaPack("1.1.0", "85"));
        serve(workshop.javaPack("1.2.0", "90"));
        assertEquals("90", bench.index("1.2.0"));
        assertRecomputes(stored);
    }

    /** Enables it in place of what was enabled before. */
    private PackWorkshop.Made serve(PackWorkshop.Made pack) {
        bench.bindings.clear();
        bench.bind(bench.stage(pack), NEW_YEAR);
        bench.converge();
        return pack;
    }

    private List<Stored> scoreExamples(PackWorkshop.Made pack) throws PackInvalid {
        PackDescriptor descriptor = catalogue.descriptor(pack.key().packId(), pack.key().version()).orElseThrow();
        return GoldenRunner.inputs(new Described(descriptor), PackJar.read(pack.bytes()).files()).stream()
                .map(input -> evaluate(pack, input.formulaId(), CanonicalInput.write(input))).toList();
    }

    private Stored evaluate(PackWorkshop.Made pack, String formulaId, String input) {
        try (Lease lease = catalogue.lease(pack.key().packId(), pack.key().version())) {
            String outcome = CanonicalOutcome.write(lease.evaluate(formulaId, CanonicalInput.read(input)));
            return new Stored(pack.key(), lease.sha256(), formulaId, input, outcome);
        }
    }

    private void assertRecomputes(Stored stored) {
        PackKey pack = stored.pack();
        assertThrows(ProblemException.class, () -> catalogue.lease(pack.packId(), pack.version()));
        try (Lease lease = catalogue.leaseOfKept(pack.packId(), pack.version())) {
            assertEquals(stored.sha256(), lease.sha256());
            assertEquals(stored.outcome(),
                    CanonicalOutcome.write(lease.evaluate(stored.formulaId(), CanonicalInput.read(stored.input()))));
        }
    }

    /** A pack that can only say what it offers: enough to read its examples. */
    private record Described(PackDescriptor descriptor) implements RegionPack {

        @Override
        public Formula formula(String id) {
            throw new IllegalArgumentException(id);
        }
    }
}
