package id.capaian.people.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A post people may hold, e.g. Perawat Ahli Pertama; it says which job family's indicators apply. */
@Entity
@Table(name = "position")
public class Position {

    @Id
    @Column(name = "position_id")
    private UUID id;
    private String code;
    private String name;
    @Enumerated(EnumType.STRING)
    @Column(name = "position_group")
    private PositionGroup group;
    @Column(name = "job_family")
    private String jobFamily;
    @Version
    private long version;

    protected Position() {
    }

    /** A post; the code never changes afterwards. */
    public Position(UUID id, String code, Description description) {
        this.id = id;
        this.code = code;
        describe(description);
    }

    /** What may change about a post. */
    public record Description(String name, PositionGroup group, String jobFamily) {
    }

    public Description description() {
        return new Description(name, group, jobFamily);
    }

    /** Gives the post another description; answers whether anything differed. */
    public boolean describe(Description wanted) {
        if (name != null && wanted.equals(description())) {
            return false;
        }
        name = wanted.name();
        group = wanted.group();
        jobFamily = wanted.jobFamily();
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

    public PositionGroup group() {
        return group;
    }

    public String jobFamily() {
        return jobFamily;
    }
}
