package id.capaian.people.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A unit of the government; the parent is above it, the top has none. */
@Entity
@Table(name = "org_unit")
public class OrgUnit {

    @Id
    @Column(name = "org_unit_id")
    private UUID id;
    private String code;
    private String name;
    @Enumerated(EnumType.STRING)
    private UnitKind kind;
    @Column(name = "parent_id")
    private UUID parentId;
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "valid_to")
    private LocalDate validTo;
    @Version
    private long version;

    protected OrgUnit() {
    }

    /** A unit; the code never changes afterwards. */
    public OrgUnit(UUID id, String code, Description description) {
        this.id = id;
        this.code = code;
        describe(description);
    }

    /**
     * What may change about a unit.
     *
     * @param parentId  unit above, null at the top
     * @param validTo   last day, null when open
     */
    public record Description(String name, UnitKind kind, UUID parentId, LocalDate validFrom, LocalDate validTo) {
    }

    public Description description() {
        return new Description(name, kind, parentId, validFrom, validTo);
    }

    /**
     * Gives the unit another description.
     *
     * @return whether anything differed
     * @throws IllegalArgumentException when it would lie below itself or end before it starts
     */
    public boolean describe(Description wanted) {
        if (Objects.equals(id, wanted.parentId())) {
            throw new IllegalArgumentException("a unit cannot be its own parent");
        }
        if (name != null && wanted.equals(description())) {
            return false;
        }
        name = wanted.name();
        kind = wanted.kind();
        parentId = wanted.parentId();
        validFrom = wanted.validFrom();
        validTo = wanted.validTo();
        return true;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public UnitKind kind() {
        return kind;
    }

    public UUID parentId() {
        return parentId;
    }
}
