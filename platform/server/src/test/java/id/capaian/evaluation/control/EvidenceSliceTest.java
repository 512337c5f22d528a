package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.audit.AccessRecord;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.progress.EvidenceFile;
import id.capaian.progress.Review;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence is open to whom the evaluation is, and to nobody else; each look is noted. */
class EvidenceSliceTest {

    private static final String CONTENT = "%PDF-1.4";

    private final Sample sample = new Sample();

    @TempDir
    private Path folder;
    private EvaluationView first;
    private UUID evidence;

    @BeforeEach
    void aFileOfTheFirstPerson() throws IOException {
        first = sample.opened().get(0);
        String key = sample.government.evidenceOf(Sample.SLICE, Sample.HERE, first.employeeId());
        Path file = folder.resolve(Sample.HERE).resolve(key.substring(0, 2)).resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, CONTENT);
        evidence = sample.asRater(bench -> bench.get(ReadEvaluations.class).progress(first.evaluationId())).get(0)
                .files().get(0).evidenceId();
    }

    @Test
    void whoMaySeeTheEvaluationOpensItsEvidence() {
        assertEquals(CONTENT, sample.as(first.employeeId(), this::content));
        assertEquals(CONTENT, sample.asRater(this::content));
        assertEquals(CONTENT, sample.as(sample.government.superior, this::content));
        assertEquals(CONTENT, sample.as(sample.government.head, Set.of(Roles.UNIT_HEAD), this::content));
        assertEquals(CONTENT, sample.admin(this::content));
        UUID colleague = sample.team().get(1).employeeId();
        Sample.refused(Problem.FORBIDDEN, () -> sample.as(colleague, this::content));
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(this::content));
    }

    @Test
    void countsWhatWaitsForTheRatersJudgement() {
        Map<UUID, Review> reviews = sample.asRater(bench ->
                bench.get(ReadEvaluations.class).reviews(sample.government.period));
        assertEquals(Set.copyOf(sample.government.people), reviews.keySet());
        assertEquals(1, reviews.get(first.employeeId()).waiting());
        assertEquals(0, reviews.get(sample.team().get(1).employeeId()).waiting());
        assertEquals(Map.of(), sample.as(sample.government.superior, bench ->
                bench.get(ReadEvaluations.class).reviews(sample.government.period)));
        sample.government.period(Sample.SLICE, Sample.HERE, "CLOSED");
        assertEquals(Map.of(), sample.asRater(bench ->
                bench.get(ReadEvaluations.class).reviews(sample.government.period)));
    }

    @Test
    void aFileOfAnotherEvaluationIsNotFound() {
        UUID other = sample.team().get(1).evaluationId();
        Sample.refused(Problem.NOT_FOUND, () -> sample.asRater(bench -> open(bench, other)));
        Sample.refused(Problem.NOT_FOUND, () -> sample.asRater(bench -> open(bench, first.evaluationId(),
                UUID.randomUUID())));
    }

    @Test
    void eachLookIsNotedForThePerson() {
        sample.as(sample.government.superior, this::content);
        AccessRecord newest = sample.as(first.employeeId(), bench -> bench.get(AccessLog.class)
                .of(first.employeeId(), 50)).stream()
                .filter(look -> look.purpose().equals("evaluation.purpose.evidence")).findFirst().orElseThrow();
        assertTrue(newest.reader().contains(sample.government.superior.toString()), newest.reader());
    }

    private String content(Bench bench) {
        return open(bench, first.evaluationId());
    }

    private String open(Bench bench, UUID evaluationId) {
        return open(bench, evaluationId, evidence);
    }

    private String open(Bench bench, UUID evaluationId, UUID evidenceId) {
        EvidenceFile file = bench.with(String.class, folder.toString()).get(OpenEvidence.class)
                .open(evaluationId, evidenceId);
        try (InputStream in = file.content()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
