package id.capaian.people.control;

import static id.capaian.people.ImportColumn.code;
import static id.capaian.people.ImportColumn.required;

import id.capaian.kernel.identity.Ids;
import id.capaian.people.ImportChanges;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportKind;
import id.capaian.people.ImportRow;
import id.capaian.people.LostZeros;
import id.capaian.people.entity.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files of kind {@code positions}: matched by code. */
@ApplicationScoped
class PositionImport implements ImportKind {

    private static final String CODE = "kode";

    private final EntityManager entityManager;
    private final Known known;
    private final Clock clock;

    PositionImport() {
        this(null, null, null);
    }

    @Inject
    PositionImport(EntityManager entityManager, Known known, Clock clock) {
        this.entityManager = entityManager;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "positions";
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(code(CODE).or("kode jabatan", "jabatanId", "id"),
                required("nama").or("nama jabatan", "namaJabatan", "jabatanNama", "jabatan"),
                required("kelompok").or("kelompok jabatan", "jenisJabatan", "jenjang"),
                required("rumpun").or("rumpun jabatan", "rumpun tugas"));
    }

    @Override
    public void prepare(List<ImportRow> rows, ImportChanges changes) {
        Map<String, Position> positions = known.positionsByCode();
        Set<String> seen = new HashSet<>();
        LostZeros zeros = new LostZeros(positions.keySet());
        for (ImportRow row : rows) {
            String code = row.required(CODE);
            var description = new Position.Description(row.required("nama"),
                    row.requiredOneOf("kelompok", Words.POSITION_GROUPS, Words.POSITION_GROUP_MEANING),
                    row.required("rumpun"));
            if (code != null && !seen.add(code)) {
                row.problem(CODE, "people.import.twice", code);
            }
            zeros.judge(row, CODE);
            if (row.isSound()) {
                note(code, description, positions.get(code), changes);
            }
        }
    }

    private void note(String code, Position.Description description, Position position, ImportChanges changes) {
        if (position == null) {
            changes.create(() -> entityManager.persist(new Position(Ids.next(clock.millis()), code, description)));
        } else if (description.equals(position.description())) {
            changes.keep();
        } else {
            changes.change(() -> position.describe(description));
        }
    }
}
